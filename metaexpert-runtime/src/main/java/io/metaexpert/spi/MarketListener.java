package io.metaexpert.spi;

import io.metaexpert.market.Bars;

/** Told of the market before the strategy is: how a simulated venue lets resting orders meet prices. */
public interface MarketListener {
    /**
     * A bar of the base timeframe has closed.
     *
     * @param market the index of the instrument in the run
     * @param index the bar in {@code bars}
     */
    void onBar(int market, Bars bars, int index);
}
