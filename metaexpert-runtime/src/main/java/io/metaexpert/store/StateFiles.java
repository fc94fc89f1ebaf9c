package io.metaexpert.store;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the state of one strategy is.
 *
 * @param folder the state folder, {@code state.path}
 * @param name of the files in it: the strategy's id; letters, digits, dots, - and _
 */
public record StateFiles(Path folder, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    public StateFiles {
        folder = folder.toAbsolutePath().normalize();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be letters, digits, dots, - and _, was \"" + name + "\"");
        }
    }

    /** The values themselves. */
    public Path database() {
        return file(".db");
    }

    /** Of SQLite: changes that are not in {@link #database()} yet. */
    Path log() {
        return file(".db-wal");
    }

    /** Of SQLite: an index of {@link #log()}, made anew whenever the first process opens it. */
    Path index() {
        return file(".db-shm");
    }

    /** Tells which change was confirmed last. */
    Path mark() {
        return file(".mark");
    }

    /** Locked by the process that may write. */
    Path lock() {
        return file(".lock");
    }

    List<Path> all() {
        return List.of(database(), log(), index(), mark(), lock());
    }

    private Path file(String ending) {
        return folder.resolve(name + ending);
    }
}
