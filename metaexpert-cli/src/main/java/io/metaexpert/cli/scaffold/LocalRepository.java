package io.metaexpert.cli.scaffold;

import io.metaexpert.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.NodeList;

/**
 * Maven's local repository. The runtime is not on a public repository, so the jars and poms that a generated project needs are copied
 * there from the class path of this command.
 */
public final class LocalRepository {
    private static final String GROUP = "io.metaexpert";
    private static final Pattern OPTION = Pattern.compile("-Dmaven\\.repo\\.local=(?:\"([^\"]+)\"|'([^']+)'|(\\S+))");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");

    private final Path folder;

    LocalRepository(Path folder) {
        this.folder = folder;
    }

    /** Where Maven looks: its options in the environment, else settings.xml, else {@code ~/.m2/repository}. */
    public static LocalRepository standard() {
        return new LocalRepository(locate(System.getProperties(), System.getenv()));
    }

    static Path locate(Properties system, Map<String, String> environment) {
        String option = system.getProperty("maven.repo.local", "");
        if (!option.isBlank()) {
            return Path.of(option);
        }
        for (String variable : new String[] {"MAVEN_ARGS", "MAVEN_OPTS"}) {
            Matcher matcher = OPTION.matcher(environment.getOrDefault(variable, ""));
            if (matcher.find()) {
                return Path.of(Arrays.asList(matcher.group(1), matcher.group(2), matcher.group(3)).stream()
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow());
            }
        }
        Path maven = Path.of(system.getProperty("user.home", ""), ".m2");
        return settings(maven.resolve("settings.xml"), system, environment).orElse(maven.resolve("repository"));
    }

    private static Optional<Path> settings(Path file, Properties system, Map<String, String> environment) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            NodeList nodes = Archetype.parse(Files.readAllBytes(file)).getElementsByTagName("localRepository");
            String text =
                    nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
            String path = EXPRESSION.matcher(text).replaceAll(expression -> {
                String key = expression.group(1);
                String value = key.startsWith("env.")
                        ? environment.getOrDefault(key.substring(4), "")
                        : system.getProperty(key, "");
                return Matcher.quoteReplacement(value);
            });
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserException("cannot read " + file + ": " + e.getMessage(), "correct it; Maven needs it too");
        }
    }

    public Path folder() {
        return folder;
    }

    /**
     * Copies runtime, archetype and the poms, where they are absent or differ. Run from folders of classes, as in a development
     * environment, there are no jars to copy, and nothing happens.
     *
     * @return how many files were written
     * @throws IOException when the repository cannot be written to
     */
    public int install() throws IOException {
        Optional<Path> runtime =
                jar(UserException.class.getProtectionDomain().getCodeSource().getLocation());
        Optional<Path> archetype = jar(Archetype.location());
        return runtime.isPresent() && archetype.isPresent() ? install(runtime.get(), archetype.get()) : 0;
    }

    int install(Path runtime, Path archetype) throws IOException {
        String version = version(runtime);
        return installJar("metaexpert-runtime", version, runtime)
                + installJar("metaexpert-archetype", version, archetype)
                + put("metaexpert-parent", version, "pom", Archetype.bytes("META-INF/metaexpert/pom.xml"));
    }

    private int installJar(String artifact, String version, Path jar) throws IOException {
        byte[] pom = entry(jar, "META-INF/maven/" + GROUP + "/" + artifact + "/pom.xml");
        return put(artifact, version, "jar", Files.readAllBytes(jar)) + put(artifact, version, "pom", pom);
    }

    private int put(String artifact, String version, String extension, byte[] bytes) throws IOException {
        Path directory =
                folder.resolve(GROUP.replace('.', '/')).resolve(artifact).resolve(version);
        Path file = directory.resolve(artifact + "-" + version + "." + extension);
        if (Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return 0;
        }
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, artifact, ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return 1;
    }

    private static String version(Path runtime) throws IOException {
        byte[] bytes = entry(runtime, "META-INF/maven/" + GROUP + "/metaexpert-runtime/pom.properties");
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("no version in " + runtime));
    }

    private static byte[] entry(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry(name);
            if (entry == null) {
                throw new IOException(jar + " has no " + name);
            }
            return file.getInputStream(entry).readAllBytes();
        }
    }

    /** The jar of a location on the class path; empty for a folder. */
    private static Optional<Path> jar(URL location) {
        try {
            String text = location.toString();
            String file = text.startsWith("jar:") ? text.substring(4, text.indexOf("!/")) : text;
            Path path = Path.of(new URI(file));
            return Files.isRegularFile(path) && path.toString().endsWith(".jar") ? Optional.of(path) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a location: " + location, e);
        }
    }
}
