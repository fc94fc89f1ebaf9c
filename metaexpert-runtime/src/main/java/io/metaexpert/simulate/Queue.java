package io.metaexpert.simulate;

/**
 * The place of a limit order among what is offered at its price. It joins behind all that stands there. Trades at the price come off the
 * front. What is taken back is taken from behind it, until less is left than stood before it: the worst case that fits what is seen.
 */
final class Queue {
    private Queue() {}

    /**
     * What stands before the order once a size at its price was seen.
     *
     * @param ahead what stood before it; NaN when that was not known, so that all that is seen may stand before it
     * @param seen the whole size at the price; NaN when it is not known
     */
    static double shrink(double ahead, double seen) {
        if (Double.isNaN(seen)) {
            return ahead;
        }
        return Double.isNaN(ahead) ? seen : Math.min(ahead, seen);
    }

    /** How much of a trade at the price reaches the order. */
    static double reaches(double ahead, double traded) {
        return Math.max(0, traded - ahead);
    }

    /** What stands before the order after a trade at its price. */
    static double afterTrade(double ahead, double traded) {
        return Math.max(0, ahead - traded);
    }
}
