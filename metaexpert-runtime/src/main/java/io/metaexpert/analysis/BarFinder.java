package io.metaexpert.analysis;

import io.metaexpert.market.Bars;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Side;

/** Finds the bars of fills that come in the order of time, by steps that double from one to the next. */
final class BarFinder {
    private static final double SAME_PRICE = 1e-9;

    private final Bars bars;
    private int at;

    BarFinder(Bars bars) {
        this.bars = bars;
    }

    /** The last bar that opens at or before a time; -1 when there is none. */
    int openAt(long timeMs) {
        if (bars.size() == 0 || bars.openTimeMs(at) > timeMs) {
            int next = bars.indexAtOrAfter(timeMs + 1);
            at = Math.max(0, next - 1);
            return next - 1;
        }
        int low = at;
        int step = 1;
        while (low + step < bars.size() && bars.openTimeMs(low + step) <= timeMs) {
            low += step;
            step *= 2;
        }
        int high = Math.min(bars.size(), low + step);
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (bars.openTimeMs(middle) <= timeMs) {
                low = middle;
            } else {
                high = middle;
            }
        }
        at = low;
        return low;
    }

    /**
     * Whether a fill at the instant at which bar {@code i} opens belongs to it, rather than to the bar that closes then: it was filled at
     * the open, slippage aside.
     */
    boolean filledAtOpen(Fill fill, int i) {
        double quantity = fill.quantity().value().doubleValue();
        double slipped = fill.slippage().signum() == 0 ? 0 : fill.slippage().doubleValue() / quantity;
        double reference = fill.price().toDouble() + (fill.side() == Side.BUY ? -slipped : slipped);
        return Math.abs(reference - bars.open(i)) <= SAME_PRICE * bars.open(i);
    }
}
