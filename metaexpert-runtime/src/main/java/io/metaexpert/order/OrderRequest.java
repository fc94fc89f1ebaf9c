package io.metaexpert.order;

import io.metaexpert.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A wish: what the strategy asks for, complete and immutable.
 *
 * @param clientOrderId our id, unique within a run
 * @param positionSide which position it is for, LONG or SHORT, in hedge mode; empty where an instrument has one position
 * @param goodTill when it expires; present exactly when the time in force is GTD
 * @param reduceOnly may only make a position smaller, never open or turn one
 * @param postOnly is refused instead of taking liquidity
 * @param pairedWith the client order id of an order of the same instrument: what one of them fills, the other loses
 * @param reason why the strategy asks, for the report; may be empty
 */
public record OrderRequest(
        String clientOrderId,
        InstrumentId instrument,
        Side side,
        Optional<PositionSide> positionSide,
        OrderType type,
        OrderSize size,
        TimeInForce timeInForce,
        Optional<Instant> goodTill,
        boolean reduceOnly,
        boolean postOnly,
        Optional<String> pairedWith,
        String reason,
        Instant time) {

    public OrderRequest {
        if (goodTill.isPresent() != (timeInForce == TimeInForce.GTD)) {
            throw new IllegalArgumentException(
                    "a GTD order, and no other, says until when it is good, was " + timeInForce + " " + goodTill);
        }
    }

    /** One that is not GTD and not paired. */
    public OrderRequest(
            String clientOrderId,
            InstrumentId instrument,
            Side side,
            Optional<PositionSide> positionSide,
            OrderType type,
            OrderSize size,
            TimeInForce timeInForce,
            boolean reduceOnly,
            boolean postOnly,
            String reason,
            Instant time) {
        this(
                clientOrderId,
                instrument,
                side,
                positionSide,
                type,
                size,
                timeInForce,
                Optional.empty(),
                reduceOnly,
                postOnly,
                Optional.empty(),
                reason,
                time);
    }

    /** The same for another reason. */
    public OrderRequest because(String other) {
        return new OrderRequest(
                clientOrderId,
                instrument,
                side,
                positionSide,
                type,
                size,
                timeInForce,
                goodTill,
                reduceOnly,
                postOnly,
                pairedWith,
                other,
                time);
    }

    /** The same with other prices and another size. */
    public OrderRequest with(OrderType otherType, OrderSize otherSize) {
        return new OrderRequest(
                clientOrderId,
                instrument,
                side,
                positionSide,
                otherType,
                otherSize,
                timeInForce,
                goodTill,
                reduceOnly,
                postOnly,
                pairedWith,
                reason,
                time);
    }
}
