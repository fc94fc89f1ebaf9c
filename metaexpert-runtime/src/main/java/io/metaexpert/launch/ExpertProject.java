package io.metaexpert.launch;

import io.metaexpert.UserException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A strategy project, compiled and loaded. Its classes see the runtime that runs this code, and what else its pom depends on. The
 * class loader stays open as long as the process, as a strategy may load classes late.
 *
 * @param codeHash SHA-256 over the project's class files, hexadecimal
 */
public record ExpertProject(Path directory, Class<?> expert, String codeHash) {

    /**
     * Compiles what is out of date and loads the expert class.
     *
     * @param className simple or full name of the expert class; empty where there is only one
     * @throws UserException if there is no project, it does not compile, or the class cannot be told
     */
    public static ExpertProject open(Path folder, Optional<String> className) {
        Path directory = folder.toAbsolutePath().normalize();
        Path sources = directory.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            throw new UserException(
                    "there is no strategy project in " + directory + ": it has no folder src/main/java",
                    "go to a project's folder, or make one with `metaexpert new NAME`");
        }
        try {
            ProjectDependencies dependencies = ProjectDependencies.of(directory);
            Path classes = new ProjectCompiler(directory, dependencies).compile();
            CompiledClasses compiled = CompiledClasses.read(classes);
            ClassLoader loader = loader(directory, classes, compiled, dependencies);
            return new ExpertProject(directory, compiled.expert(loader, className), compiled.hash());
        } catch (IOException e) {
            throw new UserException(
                    "cannot use the project in " + directory + ": " + e,
                    "check that the folder can be read, and that " + directory.resolve("target") + " can be written");
        }
    }

    private static ClassLoader loader(
            Path directory, Path classes, CompiledClasses compiled, ProjectDependencies dependencies)
            throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        Path resources = directory.resolve("src/main/resources");
        if (Files.isDirectory(resources)) {
            urls.add(resources.toUri().toURL());
        }
        for (Path jar : dependencies.jars()) {
            urls.add(jar.toUri().toURL());
        }
        return new ProjectLoader(compiled.names(), urls.toArray(URL[]::new), ExpertProject.class.getClassLoader());
    }
}
