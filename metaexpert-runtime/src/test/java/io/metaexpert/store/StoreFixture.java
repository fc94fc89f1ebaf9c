package io.metaexpert.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stores for tests, at a fixed time. */
final class StoreFixture {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private StoreFixture() {}

    static StateFiles files(Path folder) {
        return new StateFiles(folder.resolve("state"), "1001");
    }

    static SqliteStateStore open(StateFiles files) {
        return SqliteStateStore.open(files.folder(), files.name(), CLOCK);
    }

    /** A checkpoint every {@code records} changes. */
    static SqliteStateStore open(StateFiles files, long records) {
        return SqliteStateStore.open(files, CLOCK, new SqliteStateStore.Bounds(records, 1 << 20, 1_000));
    }

    /** Pairs of key and value; the value "-" means removal. */
    static Map<String, Optional<String>> change(String... pairs) {
        Map<String, Optional<String>> changes = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            changes.put(pairs[i], pairs[i + 1].equals("-") ? Optional.empty() : Optional.of(pairs[i + 1]));
        }
        return changes;
    }
}
