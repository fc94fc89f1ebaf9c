package io.metaexpert.backtest;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;

/** Puts other bars in the place of those that were loaded, before anything is made of them. */
@FunctionalInterface
public interface BarChange {
    /** Leaves them as they are. */
    BarChange NONE = (instrument, bars) -> bars;

    /**
     * The bars to use.
     *
     * @param bars all that the data hold of the instrument, in their own timeframe, also outside of the run's period
     */
    Bars apply(Instrument instrument, Bars bars);
}
