package io.metaexpert.engine;

import java.util.List;

/**
 * What the limits did in a run.
 *
 * @param limits those in force, in money at the start
 * @param events limits that were reached, in the order of time
 * @param cutOrders entries that were sent smaller than asked for
 * @param cutPositions how often a position was made smaller to keep room for the assumed jump
 */
public record RiskOutcome(List<String> limits, List<RiskEvent> events, int cutOrders, int cutPositions) {
    /** Nothing: there were no limits. */
    public static final RiskOutcome NONE = new RiskOutcome(List.of(), List.of(), 0, 0);

    public RiskOutcome {
        limits = List.copyOf(limits);
        events = List.copyOf(events);
    }
}
