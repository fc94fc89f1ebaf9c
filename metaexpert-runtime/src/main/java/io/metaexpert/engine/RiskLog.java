package io.metaexpert.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the limits did in a run. Engine thread only. */
final class RiskLog {
    private static final Logger log = LoggerFactory.getLogger(RiskLog.class);
    /** A strategy that always wants more is cut at every order: what is said of each would hide all else. */
    private static final int SAID = 10;

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
    void cutOrder(Supplier<String> text) {
        say(++cutOrders, text);
    }

    /** A position was made smaller. */
    void cutPosition(Supplier<String> text) {
        say(++cutPositions, text);
    }

    private static void say(int times, Supplier<String> text) {
        if (times <= SAID) {
            log.info("{}", text.get());
            if (times == SAID) {
                log.info("further cuts like this are told at DEBUG, and counted in the report");
            }
        } else if (log.isDebugEnabled()) {
            log.debug("{}", text.get());
        }
    }

    RiskOutcome outcome() {
        return new RiskOutcome(limits, List.copyOf(events), cutOrders, cutPositions);
    }
}
