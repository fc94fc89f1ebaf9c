package io.metaexpert.launch;

import io.metaexpert.UserException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks Maven for the class path of a project. */
final class MavenClassPath {
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

    private MavenClassPath() {}

    /** The jars that the project compiles or runs with, without the runtime, which is on our own class path. */
    static List<Path> of(Path directory) throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (String scope : List.of("compile", "runtime")) {
            jars.addAll(ask(directory, scope));
        }
        jars.removeIf(jar -> jar.getFileName().toString().startsWith("metaexpert-runtime-"));
        return List.copyOf(jars);
    }

    private static List<Path> ask(Path directory, String scope) throws IOException {
        Path answer = Files.createTempFile("metaexpert-classpath", ".txt");
        Path log = Files.createTempFile("metaexpert-maven", ".log");
        try {
            ProcessBuilder maven = new ProcessBuilder(
                            executable(directory),
                            "-B",
                            "-q",
                            GOAL,
                            "-Dmdep.includeScope=" + scope,
                            "-Dmdep.outputFile=" + answer)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (maven.start().waitFor() != 0) {
                throw new UserException(
                        "Maven cannot resolve the dependencies of " + directory.resolve("pom.xml") + ":\n" + tail(log),
                        "`mvn dependency:tree` in the project shows more");
            }
            return paths(Files.readString(answer).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("interrupted while Maven resolved the project's dependencies", "");
        } finally {
            Files.deleteIfExists(answer);
            Files.deleteIfExists(log);
        }
    }

    private static String executable(Path directory) {
        boolean windows = File.separatorChar == '\\';
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path maven = Path.of(folder, windows ? "mvn.cmd" : "mvn");
            if (!folder.isEmpty() && Files.isExecutable(maven)) {
                return maven.toString();
            }
        }
        Path wrapper = directory.resolve(windows ? "mvnw.cmd" : "mvnw").toAbsolutePath();
        if (Files.isExecutable(wrapper)) {
            return wrapper.toString();
        }
        throw new UserException(
                "pom.xml has dependencies beyond metaexpert-runtime, and Maven, which resolves them, was not found",
                "install Maven 3.8 or newer, or remove the dependencies");
    }

    private static String tail(Path log) throws IOException {
        List<String> errors = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (line.startsWith("[ERROR]") && errors.size() < 5) {
                errors.add("  " + line);
            }
        }
        return String.join("\n", errors);
    }

    private static List<Path> paths(String classPath) {
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry));
            }
        }
        return paths;
    }
}
