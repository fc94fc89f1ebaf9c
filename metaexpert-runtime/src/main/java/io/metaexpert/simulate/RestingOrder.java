package io.metaexpert.simulate;

import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;

/** An order at the venue that has not ended. */
final class RestingOrder {
    final OrderRequest request;
    OrderType type;
    /** Whether it has been in the market for a whole bar, so that a limit touched now had been resting. */
    boolean rested;
    /** Whether the trigger of a stop-limit has been reached: it is a limit order from then on. */
    boolean triggered;
    /** Whether that was within the bar that is being matched, whose further prices are not known. */
    boolean triggeredInside;

    RestingOrder(OrderRequest request) {
        this.request = request;
        this.type = request.type();
    }

    boolean isBuy() {
        return request.side() == Side.BUY;
    }
}
