package io.metaexpert.launch;

import io.metaexpert.Sha256;
import io.metaexpert.UserException;
import io.metaexpert.api.Expert;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The class files of a project.
 *
 * @param names of the classes
 * @param hash SHA-256 over their names and bytes, in the order of the names
 * @param mentioning names of the classes that mention {@link Expert}
 */
record CompiledClasses(Set<String> names, String hash, List<String> mentioning) {
    /** How a class file names the annotation. */
    private static final String EXPERT = "L" + Expert.class.getName().replace('.', '/') + ";";

    static CompiledClasses read(Path classes) throws IOException {
        Map<String, Path> files = files(classes);
        Sha256 hash = new Sha256();
        List<String> mentioning = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            byte[] bytes = Files.readAllBytes(file.getValue());
            hash.add(file.getKey().getBytes(StandardCharsets.UTF_8));
            hash.add(bytes);
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains(EXPERT)) {
                mentioning.add(file.getKey());
            }
        }
        return new CompiledClasses(
                Set.copyOf(files.keySet()), HexFormat.of().formatHex(hash.digest()), List.copyOf(mentioning));
    }

    /** The class annotated {@code @Expert}; where there are several, the one of that simple or full name. */
    Class<?> expert(ClassLoader loader, Optional<String> wanted) {
        List<Class<?>> experts = new ArrayList<>();
        for (String name : mentioning) {
            Class<?> type = load(loader, name);
            if (type.isAnnotationPresent(Expert.class)) {
                experts.add(type);
            }
        }
        if (experts.isEmpty()) {
            throw new UserException(
                    "the project has no class annotated @Expert", "annotate the strategy's class with @Expert");
        }
        List<Class<?>> matching = wanted.isEmpty() ? experts : named(experts, wanted.get());
        if (matching.size() == 1) {
            return matching.get(0);
        }
        String names = String.join(", ", names(experts));
        throw wanted.isEmpty()
                ? new UserException(
                        "the project has several classes annotated @Expert: " + names, "name one with --class")
                : new UserException("no class annotated @Expert has the name " + wanted.get(), "there is: " + names);
    }

    private static List<Class<?>> named(List<Class<?>> experts, String name) {
        List<Class<?>> matching = new ArrayList<>();
        for (Class<?> expert : experts) {
            if (expert.getName().equals(name) || expert.getSimpleName().equals(name)) {
                matching.add(expert);
            }
        }
        return matching;
    }

    private static List<String> names(List<Class<?>> experts) {
        List<String> names = new ArrayList<>();
        for (Class<?> expert : experts) {
            names.add(expert.getName());
        }
        return names;
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UserException(
                    "class " + name + " of the project cannot be loaded: " + e, "check the pom's dependencies");
        }
    }

    private static Map<String, Path> files(Path classes) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        Files.walkFileTree(classes, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = classes.relativize(file).toString();
                if (name.endsWith(".class")) {
                    String type = name.substring(0, name.length() - ".class".length());
                    files.put(type.replace(File.separatorChar, '.'), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
