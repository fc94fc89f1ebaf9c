package io.metaexpert.engine;

import io.metaexpert.api.ExpertState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** State that lives as long as the run. */
final class MemoryState implements ExpertState {
    private final Map<String, String> values = new HashMap<>();

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }
}
