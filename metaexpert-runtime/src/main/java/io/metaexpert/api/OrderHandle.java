package io.metaexpert.api;

import io.metaexpert.order.Order;

/** An order that was asked for. Valid for the whole run; use on the engine thread only. */
public interface OrderHandle {
    String clientOrderId();

    /** The state now. */
    Order order();

    /** Whether it may still fill. */
    default boolean isOpen() {
        return order().isOpen();
    }
}
