package io.metaexpert.launch;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;

/**
 * Loads the classes that were compiled for a project from its folder, and asks the runtime for all others first. Asking the runtime for
 * all of them first, as is usual, would open every jar of the class path to find that none has them.
 */
final class ProjectLoader extends URLClassLoader {
    private final Set<String> compiled;

    /**
     * A loader that stays open.
     *
     * @param compiled names of the project's classes, which lie in the first of {@code urls}
     */
    ProjectLoader(Set<String> compiled, URL[] urls, ClassLoader runtime) {
        super("project", urls, runtime);
        this.compiled = compiled;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!compiled.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }
}
