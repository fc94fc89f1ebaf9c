package io.metaexpert.report;

import java.time.Instant;
import java.util.List;

/**
 * What the limits did in a run.
 *
 * @param limits those in force, in money at the start, one sentence each
 * @param reached those that were reached, in the order of time
 * @param cutOrders entries that were sent smaller than asked for
 * @param cutPositions how often a position was made smaller to keep room for the assumed jump
 */
public record LimitUse(List<String> limits, List<Reached> reached, int cutOrders, int cutPositions) {
    /** Nothing was limited. */
    public static final LimitUse NONE = new LimitUse(List.of(), List.of(), 0, 0);

    public LimitUse {
        limits = List.copyOf(limits);
        reached = List.copyOf(reached);
    }

    /**
     * A limit that was reached.
     *
     * @param rule such as {@code max-drawdown}
     * @param value what there was, with its unit
     * @param limit what is allowed, with its unit
     * @param key that sets it
     * @param detail one sentence
     */
    public record Reached(Instant time, String rule, String value, String limit, String key, String detail) {}
}
