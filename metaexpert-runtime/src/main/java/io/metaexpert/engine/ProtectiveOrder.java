package io.metaexpert.engine;

import io.metaexpert.market.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stop, a target or an exit that protects a position: what was asked for, and what the venue has said of it. Engine thread only. */
final class ProtectiveOrder {
    final TrackedOrder order;
    /** All that it was asked to be for. */
    BigDecimal total;
    /** The trigger or limit that was asked for; null for an order at the market. */
    @Nullable
    BigDecimal price;

    /** When a change was asked for last; long ago while none was. */
    long changedMs = Long.MIN_VALUE / 2;
    /** What has filled of it, and what it has lost to the order that it is paired with. */
    BigDecimal done = BigDecimal.ZERO;

    boolean hasFilled;
    /** The price by which the venue holds it; NaN while it has not said so. */
    double heldPrice = Double.NaN;

    long heldSinceMs;

    ProtectiveOrder(TrackedOrder order, BigDecimal total, @Nullable BigDecimal price) {
        this.order = order;
        this.total = total;
        this.price = price;
    }

    String id() {
        return order.clientOrderId();
    }

    boolean is(String clientOrderId) {
        return id().equals(clientOrderId);
    }

    /** The venue holds what was asked for. */
    void confirm(long timeMs) {
        heldPrice = price == null ? Double.NaN : Decimals.toDouble(price);
        heldSinceMs = timeMs;
    }
}
