package io.metaexpert.spi;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthBook;

/** Told of the market before the strategy is: how a simulated venue lets resting orders meet prices. */
public interface MarketListener {
    /**
     * A bar of the base timeframe has closed.
     *
     * @param market the index of the instrument in the run
     * @param index the bar in {@code bars}
     */
    void onBar(int market, Bars bars, int index);

    /**
     * A quote or a trade.
     *
     * @param index the row of {@code ticks}
     */
    default void onTick(int market, Ticks ticks, int index) {}

    /** The book has changed, or has become invalid. */
    default void onBook(int market, DepthBook book, long timeMs) {}

    /** When something happens by itself next, such as a request that arrives; {@link Long#MAX_VALUE} when nothing will. */
    default long nextDueMs() {
        return Long.MAX_VALUE;
    }

    /** Lets all happen that is due until then. */
    default void advanceTo(long timeMs) {}
}
