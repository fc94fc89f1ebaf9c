package io.metaexpert.check;

import io.metaexpert.backtest.BarChange;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Changes nothing, and remembers the bars that a run was given. */
final class BarsKeeper implements BarChange {
    private final List<Bars> kept = new ArrayList<>();

    @Override
    public Bars apply(Instrument instrument, Bars bars) {
        kept.add(bars);
        return bars;
    }

    /** Those of the first instrument. */
    Bars first() {
        return kept.get(0);
    }
}
