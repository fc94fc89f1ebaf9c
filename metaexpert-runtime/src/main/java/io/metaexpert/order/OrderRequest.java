package io.metaexpert.order;

import io.metaexpert.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A wish: what the strategy asks for, complete and immutable.
 *
 * @param clientOrderId our id, unique within a run
 * @param positionSide which position it is for, LONG or SHORT, in hedge mode; empty where an instrument has one position
 * @param reduceOnly may only make a position smaller, never open or turn one
 * @param postOnly is refused instead of taking liquidity
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
        boolean reduceOnly,
        boolean postOnly,
        String reason,
        Instant time) {

    /** The same with other prices. */
    public OrderRequest withType(OrderType other) {
        return new OrderRequest(
                clientOrderId,
                instrument,
                side,
                positionSide,
                other,
                size,
                timeInForce,
                reduceOnly,
                postOnly,
                reason,
                time);
    }
}
