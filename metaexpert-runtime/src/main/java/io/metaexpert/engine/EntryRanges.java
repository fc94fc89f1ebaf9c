package io.metaexpert.engine;

import io.metaexpert.indicator.Atr;
import java.util.SortedSet;

/** Average true ranges of the bars that had closed when a bar began: at a fill within it the bar itself is not known. Engine thread only. */
final class EntryRanges {
    private final int[] periods;
    /** By market, then by period. */
    private final Atr[][] ranges;

    private final double[][] before;

    /** @param states of the strategy's timeframe, by market */
    EntryRanges(SortedSet<Integer> wanted, SeriesState[] states) {
        periods = wanted.stream().mapToInt(Integer::intValue).toArray();
        ranges = new Atr[states.length][periods.length];
        before = new double[states.length][periods.length];
        for (int market = 0; market < states.length; market++) {
            for (int i = 0; i < periods.length; i++) {
                ranges[market][i] = states[market].indicators.atr(periods[i]);
            }
        }
        note();
    }

    /** Bars are about to be shown. */
    void note() {
        if (periods.length == 0) {
            return;
        }
        for (int market = 0; market < before.length; market++) {
            for (int i = 0; i < periods.length; i++) {
                before[market][i] = ranges[market][i].value();
            }
        }
    }

    /** At a fill; NaN when there is none. */
    double atFill(int market, int period) {
        return before[market][index(period)];
    }

    /** For an order that is sent now; NaN when there is none. */
    double now(int market, int period) {
        return ranges[market][index(period)].value();
    }

    private int index(int period) {
        for (int i = 0; i < periods.length; i++) {
            if (periods[i] == period) {
                return i;
            }
        }
        throw new IllegalArgumentException("no average true range of " + period + " bars is kept");
    }
}
