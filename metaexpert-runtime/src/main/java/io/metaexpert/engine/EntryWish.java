package io.metaexpert.engine;

import io.metaexpert.market.Instrument;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order that may open a position, seen against what is held.
 *
 * @param positionSide in hedge mode; else empty
 * @param index of the market
 * @param held of the position that it is for; negative when short
 * @param price that the order names, or the price now
 * @param stop the distance of the position's stop in quote currency; 0 when it will have none
 */
record EntryWish(
        Side side,
        Optional<PositionSide> positionSide,
        Market market,
        int index,
        BigDecimal held,
        double price,
        double stop) {
    /** 1 for a long, -1 for a short position. */
    int sign() {
        return side.sign();
    }

    /** The price now; before there is any, that of the order. */
    double mark() {
        double mark = market.mark();
        return Double.isNaN(mark) ? price : mark;
    }

    Instrument instrument() {
        return market.instrument;
    }

    /** What an order names, or the price now. */
    static double price(OrderType type, Market market) {
        return switch (type) {
            case OrderType.Limit(var limit) -> limit.toDouble();
            case OrderType.StopLimit(var trigger, var limit) -> limit.toDouble();
            case OrderType.StopMarket(var trigger) -> trigger.toDouble();
            case OrderType.Market() -> market.mark();
            case OrderType.TrailingStop(var trail, var activation) -> market.mark();
        };
    }
}
