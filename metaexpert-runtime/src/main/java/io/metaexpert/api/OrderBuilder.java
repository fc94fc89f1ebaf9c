package io.metaexpert.api;

import io.metaexpert.market.Price;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;

/** Puts an order together; {@link #submit} sends it. A market order, good till canceled, unless told otherwise. */
public interface OrderBuilder {
    /** How much; required. */
    OrderBuilder size(OrderSize size);

    /** At {@code price} or better. Estimates become prices by {@link io.metaexpert.market.Instrument#price(double)}. */
    OrderBuilder limit(double price);

    OrderBuilder limit(Price price);

    /** At the market once the price has reached {@code trigger}. */
    OrderBuilder stopMarket(double trigger);

    OrderBuilder stopMarket(Price trigger);

    /** A limit order at {@code limit} once the price has reached {@code trigger}. */
    OrderBuilder stopLimit(double trigger, double limit);

    OrderBuilder immediateOrCancel();

    OrderBuilder fillOrKill();

    /** Refused rather than taking liquidity; limit orders only. */
    OrderBuilder postOnly();

    /** Never opens or turns a position. */
    OrderBuilder reduceOnly();

    /** Which position it is for; needed in hedge mode, where an instrument has a long and a short one, and refused elsewhere. */
    OrderBuilder positionSide(PositionSide position);

    /** Why, for the report. */
    OrderBuilder reason(String reason);

    /**
     * Sends the order and returns at once; the outcome comes by events.
     *
     * @throws IllegalStateException when no size was given
     */
    OrderHandle submit();
}
