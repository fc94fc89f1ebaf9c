package io.metaexpert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles complete classes from text, in memory, with the annotation processor that authors get. */
final class ExampleCompiler {
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public )?(?:abstract |final |sealed )*(?:class|record|interface|enum) ([A-Za-z0-9_]+)");

    private ExampleCompiler() {}

    /** What is wrong with the classes of one page, which may use each other. */
    static List<String> errors(List<String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:full",
                "-Xlint:none",
                "--release",
                "21",
                "-classpath",
                System.getProperty("java.class.path", ""));
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(found, Locale.ROOT, null);
                JavaFileManager files = new Discarding(standard)) {
            List<Source> units = sources.stream().map(Source::new).toList();
            compiler.getTask(null, files, found, options, null, units).call();
        }
        List<String> errors = new ArrayList<>();
        found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .forEach(error -> errors.add("line " + error.getLineNumber() + ": " + error.getMessage(Locale.ROOT)));
        return errors;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + className(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String className(String text) {
            Matcher type = TYPE.matcher(text);
            if (!type.find()) {
                throw new IllegalArgumentException(
                        "not a complete class (a fragment is marked ```java fragment): " + text);
            }
            return type.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Takes the class files and forgets them. */
    private static final class Discarding extends ForwardingJavaFileManager<StandardJavaFileManager> {
        Discarding(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream();
                }
            };
        }
    }
}
