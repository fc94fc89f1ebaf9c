package io.metaexpert.simulate;

import io.metaexpert.market.Bars;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the bars of a finer timeframe within bars that are shown in the order of time. */
final class FinerBars {
    private final @Nullable Bars bars;
    private int from;
    private int to;

    FinerBars(Optional<Bars> bars) {
        this.bars = bars.orElse(null);
    }

    /** Looks for those within a bar; answers whether there are any. */
    boolean find(Bars coarse, int index) {
        if (bars == null) {
            return false;
        }
        long openMs = coarse.openTimeMs(index);
        long closeMs = coarse.closeTimeMs(index);
        from = to;
        while (from < bars.size() && bars.openTimeMs(from) < openMs) {
            from++;
        }
        to = from;
        while (to < bars.size() && bars.closeTimeMs(to) <= closeMs) {
            to++;
        }
        return to > from;
    }

    Bars bars() {
        if (bars == null) {
            throw new IllegalStateException("there are no finer bars");
        }
        return bars;
    }

    /** The first one that was found. */
    int from() {
        return from;
    }

    /** After the last one that was found. */
    int to() {
        return to;
    }
}
