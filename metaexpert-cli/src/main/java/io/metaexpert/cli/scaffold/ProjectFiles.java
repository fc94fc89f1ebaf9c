package io.metaexpert.cli.scaffold;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project, complete in memory.
 *
 * @param contents bytes by path within the project
 */
record ProjectFiles(SortedMap<Path, byte[]> contents) {
    /** The one file that is made executable. */
    static final Path WRAPPER = Path.of("mvnw");

    ProjectFiles(Map<Path, byte[]> contents) {
        this(new TreeMap<>(contents));
    }

    ProjectFiles {
        contents = Collections.unmodifiableSortedMap(contents);
        for (Path path : contents.keySet()) {
            if (path.isAbsolute()
                    || path.getRoot() != null
                    || !path.normalize().equals(path)
                    || path.startsWith("..")) {
                throw new IllegalArgumentException("outside the project: " + path);
            }
        }
    }
}
