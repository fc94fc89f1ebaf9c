package io.metaexpert.engine;

import io.metaexpert.api.ExpertState;
import io.metaexpert.spi.StateStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The strategy's own values: durable when {@link #put} returns, where the run has a store that keeps; else they live as long as the run. */
final class StoredState implements ExpertState {
    static final String SECTION = "expert";

    private final StateStore store;
    private final boolean keeps;
    private final Map<String, String> values;

    StoredState(StateStore store) {
        this.store = store;
        this.keeps = !store.forgets();
        this.values = new HashMap<>(store.read(SECTION));
    }

    @Override
    public void put(String key, String value) {
        if (keeps && !value.equals(values.get(key))) {
            store.write(SECTION, Map.of(key, Optional.of(value)));
        }
        values.put(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void remove(String key) {
        if (keeps && values.containsKey(key)) {
            store.write(SECTION, Map.of(key, Optional.empty()));
        }
        values.remove(key);
    }
}
