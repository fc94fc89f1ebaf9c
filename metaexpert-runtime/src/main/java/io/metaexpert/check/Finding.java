package io.metaexpert.check;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check has against a strategy.
 *
 * @param kind such as {@code look-ahead}
 * @param message what was seen
 * @param cut the instant behind which the future was replaced, for look-ahead
 * @param difference of the two runs, where it was told by one
 * @param hint what to do
 */
public record Finding(
        String kind, String message, Optional<Instant> cut, Optional<Difference> difference, String hint) {
    static final String LOOK_AHEAD = "look-ahead";
    static final String READS_DATA = "reads-data";
    static final String NOT_DETERMINISTIC = "not-deterministic";
    static final String STATIC_STATE = "static-state";
    static final String WARM_UP = "warm-up";

    static Finding of(String kind, String message, Difference difference, String hint) {
        return new Finding(kind, message, Optional.empty(), Optional.of(difference), hint);
    }
}
