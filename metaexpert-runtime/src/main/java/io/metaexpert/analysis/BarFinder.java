package io.metaexpert.analysis;

import io.metaexpert.market.Bars;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Side;

/** Finds the bars of fills. Where no bar is missing between one fill and the next, a division finds it. */
final class BarFinder {
    private static final double SAME_PRICE = 1e-9;

    private final Bars bars;
    private final long lengthMs;
    private int at;
    private long atMs;

    BarFinder(Bars bars) {
        this.bars = bars;
        this.lengthMs = bars.timeframe().lengthMs();
        this.atMs = bars.size() == 0 ? 0 : bars.openTimeMs(0);
    }

    /** The last bar that opens at or before a time; -1 when there is none. */
    int openAt(long timeMs) {
        long guess = at + (timeMs - atMs) / lengthMs;
        boolean possible = timeMs >= atMs && guess < bars.size();
        int found = possible && isLast((int) guess, timeMs) ? (int) guess : bars.indexAtOrAfter(timeMs + 1) - 1;
        if (found >= 0) {
            at = found;
            atMs = bars.openTimeMs(found);
        }
        return found;
    }

    /** When the bar that was found last opens. */
    long openMs() {
        return atMs;
    }

    private boolean isLast(int i, long timeMs) {
        return bars.openTimeMs(i) <= timeMs && (i + 1 == bars.size() || bars.openTimeMs(i + 1) > timeMs);
    }

    /**
     * Whether a fill at the instant at which bar {@code i} opens belongs to it, rather than to the bar that closes then: it was filled at
     * the open, slippage aside.
     */
    boolean filledAtOpen(Fill fill, int i) {
        double quantity = fill.quantity().toDouble();
        double slipped = fill.slippage().signum() == 0 ? 0 : fill.slippage().doubleValue() / quantity;
        double reference = fill.price().toDouble() + (fill.side() == Side.BUY ? -slipped : slipped);
        return Math.abs(reference - bars.open(i)) <= SAME_PRICE * bars.open(i);
    }
}
