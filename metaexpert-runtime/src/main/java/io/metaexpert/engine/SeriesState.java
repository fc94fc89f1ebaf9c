package io.metaexpert.engine;

import io.metaexpert.bind.BoundExpert.OnBarHandler;
import io.metaexpert.indicator.BarsSeries;
import io.metaexpert.indicator.IndicatorSet;
import io.metaexpert.indicator.SeriesCursor;
import io.metaexpert.market.Bar;
import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One timeframe of one instrument: its closed bars, its indicators, and who wants to hear of it. */
final class SeriesState {
    final Timeframe timeframe;
    final BarsSeries series;
    final SeriesCursor cursor;
    final IndicatorSet indicators;
    /** Builds the bars; null for the base timeframe, whose bars are the data. */
    final @Nullable HigherBars higher;

    final OnBarHandler[] handlers;
    /** A bar for handlers that take none; made once. */
    private final Bar unread;

    private final boolean takesBar;
    /** The instant at which a new bar was shown that handlers have not been told of; {@link Market#NONE} when there is none. */
    long updatedMs = Market.NONE;

    SeriesState(InstrumentId instrument, Bars base, Timeframe timeframe, List<OnBarHandler> handlers) {
        this.timeframe = timeframe;
        this.higher = timeframe == base.timeframe() ? null : new HigherBars(timeframe);
        this.cursor = new SeriesCursor(instrument, higher == null ? base : higher.bars());
        this.series = cursor.series();
        this.indicators = new IndicatorSet(series);
        this.handlers = handlers.toArray(new OnBarHandler[0]);
        this.unread = new Bar(instrument, timeframe, 0, 0, 0, 0, 0, 0);
        this.takesBar = handlers.stream().anyMatch(OnBarHandler::takesBar);
    }

    /** Shows the bar {@code index} of the series' bars as closed, and updates the indicators. */
    void show(int index) {
        cursor.setEnd(index);
        indicators.update();
    }

    /**
     * The newest closed bar; any other when no handler looks at it, as one a bar is the most of a run's garbage.
     *
     * @param watched whether somebody else looks at it
     */
    Bar newest(boolean watched) {
        return takesBar || watched ? series.bar(0) : unread;
    }
}
