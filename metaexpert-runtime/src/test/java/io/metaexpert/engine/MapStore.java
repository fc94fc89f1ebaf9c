package io.metaexpert.engine;

import io.metaexpert.spi.StateStore;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps values in memory, and counts the writes. */
final class MapStore implements StateStore {
    private final Map<String, SortedMap<String, String>> sections = new TreeMap<>();
    int writes;

    @Override
    public SortedMap<String, String> read(String section) {
        return new TreeMap<>(sections.getOrDefault(section, new TreeMap<>()));
    }

    @Override
    public void write(String section, Map<String, Optional<String>> changes) {
        writes++;
        SortedMap<String, String> values = sections.computeIfAbsent(section, any -> new TreeMap<>());
        changes.forEach((key, value) -> value.ifPresentOrElse(text -> values.put(key, text), () -> values.remove(key)));
    }

    @Override
    public void close() {}
}
