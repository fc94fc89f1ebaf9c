package io.metaexpert.stress.run;

/**
 * Follows one loss limit. <em>Strict</em>: the loss is above the limit at any instant. <em>Fair</em>: it is above what an oracle would have
 * lost that had the same position and a stop at the exchange that acts, without delay, at the first price at which the limit is passed, and
 * above the fee of that exit and one increment of the price.
 */
final class LossWatch {
    /** Doubles that should be equal may differ by so much. */
    private static final double ROUNDING = 1e-9;

    private final String name;
    private double worstUse;
    private long strictMs = Long.MAX_VALUE;
    private long fairMs = Long.MAX_VALUE;
    private boolean passed;
    private double allowed;

    LossWatch(String name) {
        this.name = name;
    }

    /** What it takes to leave all positions now. */
    interface Exit {
        /** What is lost beside the marks when all is closed at the quotes: half spreads and fees. */
        double cost();

        /** Fees of that, and one increment of the price of all that is held. */
        double slack();
    }

    /** A new period begins, in which the limit counts anew. */
    void restart() {
        passed = false;
    }

    /** @param excuses whether the fair figure may be larger than the limit: the size was within the stress cap */
    void look(double loss, double limit, long timeMs, boolean excuses, Exit exit) {
        if (limit > 0) {
            worstUse = Math.max(worstUse, loss / limit);
        }
        if (loss <= limit * (1 + ROUNDING)) {
            return;
        }
        if (!passed) {
            passed = true;
            strictMs = Math.min(strictMs, timeMs);
            allowed = Math.max(limit, loss + exit.cost()) + exit.slack();
        }
        if (loss > (excuses ? allowed : limit) * (1 + ROUNDING)) {
            fairMs = Math.min(fairMs, timeMs);
        }
    }

    String name() {
        return name;
    }

    /** The largest loss by the limit of its time: 1 is the limit. */
    double worstUse() {
        return worstUse;
    }

    /** When the limit was passed first; {@link Long#MAX_VALUE} when it never was. */
    long strictMs() {
        return strictMs;
    }

    /** The same by the fair figure. */
    long fairMs() {
        return fairMs;
    }
}
