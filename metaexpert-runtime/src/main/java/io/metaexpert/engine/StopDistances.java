package io.metaexpert.engine;

import io.metaexpert.market.Price;
import io.metaexpert.order.Side;
import java.util.Optional;

/** How far from its entry the stop of a new position is going to be. */
@FunctionalInterface
interface StopDistances {
    /**
     * In quote currency; empty when it will have none.
     *
     * @param side of the entry
     * @param own the stop that the strategy gives with the order
     */
    Optional<Double> of(Market market, Side side, double entry, Optional<Price> own);
}
