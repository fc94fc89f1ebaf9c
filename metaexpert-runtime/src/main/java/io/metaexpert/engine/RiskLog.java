package io.metaexpert.engine;

import java.util.ArrayList;
import java.util.List;

/** What the limits did in a run. Engine thread only. */
final class RiskLog {
    private List<String> limits = List.of();
    private final List<RiskEvent> events = new ArrayList<>();
    private int cutOrders;
    private int cutPositions;

    /** Those in force. */
    void limits(List<String> texts) {
        limits = texts;
    }

    void add(RiskEvent event) {
        events.add(event);
    }

    /** An entry was sent smaller than asked for. */
    void cutOrder() {
        cutOrders++;
    }

    /** A position was made smaller. */
    void cut() {
        cutPositions++;
    }

    RiskOutcome outcome() {
        return new RiskOutcome(limits, List.copyOf(events), cutOrders, cutPositions);
    }
}
