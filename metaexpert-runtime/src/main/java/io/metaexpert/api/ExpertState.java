package io.metaexpert.api;

import java.util.Optional;

/** Values of the strategy that survive a restart. In a backtest they live as long as the run. */
public interface ExpertState {
    void put(String key, String value);

    Optional<String> get(String key);

    void remove(String key);
}
