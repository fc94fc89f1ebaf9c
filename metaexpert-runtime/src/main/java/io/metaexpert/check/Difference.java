package io.metaexpert.check;

import java.time.Instant;
import java.util.Optional;

/**
 * The first line in which two logs differ.
 *
 * @param time the engine's time, UTC
 * @param handler which decided otherwise, such as {@code onBar Trend.trade}; empty when it was no handler but the engine
 * @param bar at which it was decided, such as {@code BTC/USDT@binance 1h bar of 2024-01-01T00:00:00Z}; empty before the first
 * @param first the line of the first log; empty when it has none there
 * @param second the line of the second log, likewise
 */
public record Difference(
        Instant time, String handler, Optional<String> bar, Optional<String> first, Optional<String> second) {
    static Difference of(Optional<LogLine> first, Optional<LogLine> second) {
        LogLine earlier = earlier(first, second);
        return new Difference(
                earlier.time(), earlier.handler(), earlier.bar(), first.map(LogLine::text), second.map(LogLine::text));
    }

    /** What happened in one run only is told by its own line, which may be later than what the other did next. */
    private static LogLine earlier(Optional<LogLine> first, Optional<LogLine> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second).orElseThrow();
        }
        int order = first.get().time().compareTo(second.get().time());
        boolean decided = first.get().isDecision() || !second.get().isDecision();
        return order < 0 || (order == 0 && decided) ? first.get() : second.get();
    }
}
