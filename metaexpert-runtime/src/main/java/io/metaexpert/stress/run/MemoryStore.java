package io.metaexpert.stress.run;

import io.metaexpert.spi.StateStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps state as long as a scenario, across the restarts in it. Not thread-safe. */
public final class MemoryStore implements StateStore {
    private final Map<String, TreeMap<String, String>> sections = new HashMap<>();

    @Override
    public SortedMap<String, String> read(String section) {
        TreeMap<String, String> values = sections.get(section);
        return values == null ? Collections.emptySortedMap() : new TreeMap<>(values);
    }

    @Override
    public void write(String section, Map<String, Optional<String>> changes) {
        TreeMap<String, String> values = sections.computeIfAbsent(section, name -> new TreeMap<>());
        changes.forEach((key, value) -> {
            if (value.isPresent()) {
                values.put(key, value.get());
            } else {
                values.remove(key);
            }
        });
    }

    @Override
    public void close() {
        // What is kept is needed by the process that starts next.
    }
}
