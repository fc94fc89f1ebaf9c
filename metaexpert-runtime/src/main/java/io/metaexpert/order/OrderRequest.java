package io.metaexpert.order;

import io.metaexpert.market.InstrumentId;
import java.time.Instant;

/**
 * A wish: what the strategy asks for, complete and immutable.
 *
 * @param clientOrderId our id, unique within a run
 * @param reduceOnly may only make a position smaller, never open or turn one
 * @param postOnly is refused instead of taking liquidity
 * @param reason why the strategy asks, for the report; may be empty
 */
public record OrderRequest(
        String clientOrderId,
        InstrumentId instrument,
        Side side,
        OrderType type,
        OrderSize size,
        TimeInForce timeInForce,
        boolean reduceOnly,
        boolean postOnly,
        String reason,
        Instant time) {}
