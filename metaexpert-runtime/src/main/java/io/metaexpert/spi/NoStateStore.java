package io.metaexpert.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Forgets. */
final class NoStateStore implements StateStore {
    @Override
    public SortedMap<String, String> read(String section) {
        return Collections.emptySortedMap();
    }

    @Override
    public void write(String section, Map<String, Optional<String>> changes) {}

    @Override
    public boolean forgets() {
        return true;
    }

    @Override
    public void close() {}
}
