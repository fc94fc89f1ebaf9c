package io.metaexpert.bind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources given as text. */
final class Compilation {
    private static final String IMPORTS = "import io.metaexpert.api.*; import io.metaexpert.market.*; "
            + "import io.metaexpert.event.Transaction; import java.time.Duration; ";

    private Compilation() {}

    /** What the processor says: {@code line: message}, sorted. */
    static List<String> check(Map<String, String> sources) {
        List<String> errors = new ArrayList<>();
        for (Diagnostic<?> diagnostic : compile(sources, List.of("-proc:only"), List.of())) {
            errors.add(diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
        }
        return List.copyOf(new TreeSet<>(errors));
    }

    /** Writes class files without asking the processor. */
    static void write(Map<String, String> sources, Path folder) {
        List<Diagnostic<? extends JavaFileObject>> errors = compile(sources, List.of("-proc:none"), List.of(folder));
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.toString());
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(
            Map<String, String> sources, List<String> options, List<Path> output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-implicit:none", "-classpath", System.getProperty("java.class.path", "")));
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            if (!output.isEmpty()) {
                files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, output);
            }
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, all, null, units);
            task.setLocale(Locale.ROOT);
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** A file in the package that its name says, with the usual imports on its first line. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = "package " + className.substring(0, className.lastIndexOf('.')) + "; " + IMPORTS + text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
