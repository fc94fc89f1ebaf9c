package io.metaexpert.data.column;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Temporary files beside their target. The name holds the process, so that what a killed process left is known as such and removed
 * by the next one that writes there.
 */
public final class TempFiles {
    private static final String SUFFIX = ".tmp";

    private TempFiles() {}

    /** A new empty file in {@code directory}, which is made when absent. */
    public static Path create(Path directory) throws IOException {
        Files.createDirectories(directory);
        sweep(directory);
        Path file =
                Files.createTempFile(directory, "p" + ProcessHandle.current().pid() + "-", SUFFIX);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Removes the temporary files of processes that are gone. */
    static void sweep(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "p*-*" + SUFFIX)) {
            for (Path file : files) {
                if (isOrphan(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOrphan(String name) {
        String pid = name.substring(1, name.indexOf('-'));
        return !pid.isEmpty()
                && pid.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
