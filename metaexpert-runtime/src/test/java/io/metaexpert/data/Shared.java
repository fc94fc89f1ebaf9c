package io.metaexpert.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real market data beside the repository; tests that need it are skipped where it is absent. */
final class Shared {
    private Shared() {}

    static Path data(String path) {
        Path file = Path.of(System.getProperty("metaexpert.shared", "shared"), "data", path);
        assumeTrue(Files.exists(file), "no real market data at " + file);
        return file;
    }
}
