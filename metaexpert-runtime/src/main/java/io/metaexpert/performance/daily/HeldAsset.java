package io.metaexpert.performance.daily;

import io.metaexpert.market.Bars;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;

/**
 * One symbol of a benchmark: bought with all the money it is given at the open of its first bar of the run, never sold, without costs.
 * Where its data start later, the money waits.
 *
 * <p>An inverse contract is held long at its full value: one unit of coin becomes {@code 2 - p0 / p}, by the profit of an inverse contract,
 * {@code contracts * size * (1 / p0 - 1 / p)}, with {@code contracts * size = p0}. When the price has halved, all is lost.
 */
public final class HeldAsset {
    private final String symbol;
    private final boolean inverse;
    private final Bars bars;
    private final int first;

    /**
     * A symbol over the period of a run.
     *
     * @param bars of the base timeframe
     * @param first index of the first bar of the run
     */
    public HeldAsset(Instrument instrument, Bars bars, int first) {
        this.symbol = instrument.id().symbol();
        this.inverse = instrument.contractType() == ContractType.INVERSE;
        this.bars = bars;
        this.first = first;
    }

    String symbol() {
        return symbol;
    }

    Bars bars() {
        return bars;
    }

    int first() {
        return first;
    }

    /** What one unit of money has become by the last close at or before an instant. */
    double growth(long timeMs) {
        int i = bars.indexAtOrAfter(timeMs) - 1;
        if (i >= 0 && bars.closeTimeMs(i) > timeMs) {
            i--;
        }
        if (i < first) {
            return 1;
        }
        return inverse ? 2 - bars.open(first) / bars.close(i) : bars.close(i) / bars.open(first);
    }
}
