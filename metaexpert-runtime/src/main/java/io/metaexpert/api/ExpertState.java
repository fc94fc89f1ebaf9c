package io.metaexpert.api;

import java.util.Optional;

/**
 * Values of the strategy that survive a restart: a value is durable when the method that set it returns. In a backtest they live as long as the
 * run. Engine thread only.
 */
public interface ExpertState {
    void put(String key, String value);

    Optional<String> get(String key);

    void remove(String key);
}
