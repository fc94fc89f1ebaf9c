package io.metaexpert.launch;

import io.metaexpert.UserException;
import io.metaexpert.Version;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a project within this process, when a source is not the one that was compiled last. Its classes go to a folder of
 * our own beside Maven's, so that neither disturbs the other.
 */
final class ProjectCompiler {
    private final Path directory;
    private final ProjectDependencies dependencies;

    ProjectCompiler(Path directory, ProjectDependencies dependencies) {
        this.directory = directory;
        this.dependencies = dependencies;
    }

    /** Answers the folder of the classes, up to date. A project that does not compile leaves the folder as it was. */
    Path compile() throws IOException {
        Path work = directory.resolve("target/metaexpert");
        Path classes = work.resolve("classes");
        Path stamp = work.resolve("compiled");
        Map<Path, String> sources = sources();
        String wanted = stampOf(sources);
        if (Files.isRegularFile(stamp) && Files.readString(stamp).equals(wanted)) {
            return classes;
        }
        Files.createDirectories(work);
        Path fresh = Files.createTempDirectory(work, "classes-");
        try {
            javac(List.copyOf(sources.keySet()), fresh);
            Files.deleteIfExists(stamp);
            FileTrees.delete(classes);
            Files.move(fresh, classes);
            Files.writeString(stamp, wanted);
        } finally {
            FileTrees.delete(fresh);
        }
        return classes;
    }

    /** Every source with what tells that it changed. */
    private Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        Files.walkFileTree(directory.resolve("src/main/java"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.put(file, attributes.lastModifiedTime().toMillis() + " " + attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (sources.isEmpty()) {
            throw new UserException(
                    "there is no Java source in " + directory.resolve("src/main/java"),
                    "add a class annotated @Expert, or make a project with `metaexpert new NAME`");
        }
        return sources;
    }

    private String stampOf(Map<Path, String> sources) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(Version.current()).append(' ').append(Runtime.version()).append(' ');
        text.append(Files.getLastModifiedTime(runtime()).toMillis()).append('\n');
        text.append(dependencies.key()).append('\n');
        for (Map.Entry<Path, String> source : sources.entrySet()) {
            text.append(directory.relativize(source.getKey()))
                    .append(' ')
                    .append(source.getValue())
                    .append('\n');
        }
        return text.toString();
    }

    /** The jar, or in a test the folder, that this class is from. */
    private static Path runtime() {
        CodeSource source = ProjectCompiler.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException("the runtime was not loaded from a jar or a folder");
        }
        return Path.of(URI.create(source.getLocation().toString()));
    }

    private void javac(List<Path> sources, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserException(
                    "this Java has no compiler: " + System.getProperty("java.home"),
                    "set METAEXPERT_JAVA_HOME to the folder of a JDK of 21 or newer");
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, messages, options(output), null, files.getJavaFileObjectsFromPaths(sources));
            if (dependencies.jars().isEmpty()) {
                task.setProcessors(ourProcessors());
            }
            if (!task.call()) {
                throw refusal(messages.getDiagnostics());
            }
        }
    }

    /** A project with dependencies of its own may bring processors of its own; javac then looks for them itself. */
    private List<String> options(Path output) {
        StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path", ""));
        for (Path jar : dependencies.jars()) {
            classPath.append(File.pathSeparatorChar).append(jar);
        }
        return List.of(
                "-d",
                output.toString(),
                "-classpath",
                classPath.toString(),
                "-g",
                "-proc:full",
                "-Xlint:none",
                "--release",
                dependencies.release(),
                "-encoding",
                "UTF-8");
    }

    private static List<Processor> ourProcessors() {
        List<Processor> processors = new ArrayList<>();
        for (Processor processor : ServiceLoader.load(Processor.class, ProjectCompiler.class.getClassLoader())) {
            processors.add(processor);
        }
        return processors;
    }

    private UserException refusal(List<Diagnostic<? extends JavaFileObject>> messages) {
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> message : messages) {
            if (message.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(
                        "  " + place(message) + message.getMessage(Locale.ROOT).replace("\n", "\n    "));
            }
        }
        String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        return new UserException(
                "the project does not compile, " + count + ":\n" + String.join("\n", errors),
                "correct what is named above and start again");
    }

    private String place(Diagnostic<? extends JavaFileObject> message) {
        return Optional.ofNullable(message.getSource())
                .map(source -> directory.relativize(Path.of(source.toUri())) + ":" + message.getLineNumber() + ": ")
                .orElse("");
    }
}
