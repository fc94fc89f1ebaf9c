package io.metaexpert.api;

import io.metaexpert.market.Price;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Trail;
import java.time.Instant;

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

    /**
     * At the market once the price has come back by {@code trail} from the best price since the order arrived: for a SELL from the highest,
     * for a BUY from the lowest. A reduce-only order begins to follow when there is something to reduce.
     */
    OrderBuilder trailingStop(Trail trail);

    /** The same, but it begins to follow when the price has reached {@code activation}: for a SELL from below, for a BUY from above. */
    OrderBuilder trailingStop(Trail trail, double activation);

    OrderBuilder immediateOrCancel();

    OrderBuilder fillOrKill();

    /** Expires at {@code time} if it has not filled wholly by then; refused when that is not in the future. */
    OrderBuilder goodTill(Instant time);

    /**
     * Pairs the order with one of the same instrument that was sent before: when one of them fills, the other expires; when one fills in
     * part, the other shrinks by as much. An order that is canceled, refused or expires leaves the other as it is. Further orders may be
     * paired with either. Refused when the other has filled already.
     *
     * @throws IllegalArgumentException when the other is of another instrument
     */
    OrderBuilder oneCancelsOther(OrderHandle other);

    /** Refused rather than taking liquidity; for limit orders that may wait. */
    OrderBuilder postOnly();

    /** Never opens or turns a position. */
    OrderBuilder reduceOnly();

    /**
     * Which position it is for, in hedge mode, where an instrument has a long and a short one; refused elsewhere. Without it a BUY opens the long
     * and a SELL the short position, and reduce-only ones make the other smaller. An order that makes its position smaller is always
     * reduce-only.
     */
    OrderBuilder positionSide(PositionSide position);

    /**
     * Where this entry is wrong: the position's stop from then on, unless the one by {@code protection.stop-loss} is nearer, the measure of
     * {@link io.metaexpert.order.OrderSize.RiskShare}, and the end of R. Below the price for a BUY, above it for a SELL. For entries.
     */
    OrderBuilder stopLoss(double price);

    /** Why, for the report. */
    OrderBuilder reason(String reason);

    /**
     * Sends the order and returns at once; the outcome comes by events.
     *
     * @throws IllegalStateException when no size was given, or post-only was asked for an order that cannot wait at a limit
     */
    OrderHandle submit();
}
