package io.metaexpert.indicator;

import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;

/**
 * The engine's side of a series: it knows all columns and moves the end. A strategy is given the {@link #series()} alone, from which there
 * is no way to what has not closed, not even by a cast. Not thread-safe.
 */
public final class SeriesCursor {
    private final BarsSeries series;

    public SeriesCursor(InstrumentId instrument, Bars bars) {
        this.series = new BarsSeries(instrument, bars);
    }

    /** What a strategy may see. */
    public BarsSeries series() {
        return series;
    }

    /** All columns, also what has not closed yet at the series' end. */
    public Bars bars() {
        return series.bars();
    }

    /** Index of the newest closed bar in {@link #bars()}; -1 when there is none. */
    public int end() {
        return series.end();
    }

    /**
     * Declares every bar up to {@code endIndex} closed.
     *
     * @throws IllegalArgumentException when the end would go back, or behind the last bar
     */
    public void setEnd(int endIndex) {
        series.setEnd(endIndex);
    }
}
