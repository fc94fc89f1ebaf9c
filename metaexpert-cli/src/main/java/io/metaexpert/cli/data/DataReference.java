package io.metaexpert.cli.data;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --data} names. */
public final class DataReference {
    private DataReference() {}

    /** A path of the command line starts here, one of the configuration in the project. */
    public static String fromHere(String data) {
        boolean path = data.contains("/") || data.contains(File.separator) || data.contains(".");
        return path && Files.exists(Path.of(data))
                ? Path.of(data).toAbsolutePath().toString()
                : data;
    }
}
