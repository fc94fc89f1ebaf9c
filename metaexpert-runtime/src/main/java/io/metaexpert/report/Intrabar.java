package io.metaexpert.report;

import io.metaexpert.performance.Metrics;
import java.util.List;

/**
 * How much of a run rests on the order of the prices within its bars, which bars do not tell.
 *
 * @param dependent how many round trips could have been others, had the prices come in another order
 * @param assumed the figures under each assumption, that of the run first; only one when no other was asked for
 */
public record Intrabar(int dependent, List<Assumed> assumed) {
    /** One assumption, such as {@code pessimistic}, and what came of it. */
    public record Assumed(String assumption, Metrics metrics) {}

    public Intrabar {
        assumed = List.copyOf(assumed);
    }

    private int roundTrips() {
        return assumed.get(0).metrics().trades().count();
    }

    /** The dependent ones as a fraction of all. */
    double share() {
        return roundTrips() == 0 ? 0 : (double) dependent / roundTrips();
    }

    /** Whether there is anything to tell. */
    boolean matters() {
        return dependent > 0 || assumed.size() > 1;
    }

    /** The sentence for people. */
    String text() {
        return "profit depends on intrabar order in " + NumberText.grouped(share() * 100, 2) + " % of trades ("
                + NumberText.grouped(dependent, 0) + " of " + NumberText.grouped(roundTrips(), 0) + ")";
    }
}
