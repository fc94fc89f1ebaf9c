package io.metaexpert.engine;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;

/**
 * Builds bars of a higher timeframe as base bars close. A bar is added only when its period has ended. The first period is left out
 * when the data start inside it.
 */
final class HigherBars {
    static final long NONE = Long.MAX_VALUE;

    private final BarArray bars;
    private final Timeframe timeframe;
    private boolean inPeriod;
    private boolean skipsFirst;
    private long firstStartMs = NONE;
    private long startMs;
    private long endMs = NONE;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    HigherBars(Timeframe timeframe) {
        this.timeframe = timeframe;
        this.bars = new BarArray(timeframe);
    }

    BarArray bars() {
        return bars;
    }

    /** When the period that is being built ends; {@link #NONE} when none is. */
    long endMs() {
        return endMs;
    }

    /** Adds a base bar; the period before must have been closed. */
    void add(Bars base, int i) {
        long time = base.openTimeMs(i);
        if (!inPeriod) {
            begin(base, i, time);
            return;
        }
        high = Math.max(high, base.high(i));
        low = Math.min(low, base.low(i));
        close = base.close(i);
        volume += base.volume(i);
    }

    private void begin(Bars base, int i, long time) {
        long start = timeframe.openMs(time);
        if (firstStartMs == NONE) {
            firstStartMs = start;
            skipsFirst = start != time;
        }
        if (skipsFirst && start == firstStartMs) {
            return;
        }
        inPeriod = true;
        startMs = start;
        endMs = timeframe.closeMs(start);
        open = base.open(i);
        high = base.high(i);
        low = base.low(i);
        close = base.close(i);
        volume = base.volume(i);
    }

    /** Ends the period if it is over at {@code nowMs}; returns whether a bar was added. */
    boolean closeIfOver(long nowMs) {
        if (endMs > nowMs) {
            return false;
        }
        bars.add(startMs, open, high, low, close, volume);
        inPeriod = false;
        endMs = NONE;
        return true;
    }
}
