package io.metaexpert.order;

import io.metaexpert.market.Price;

/** What makes an order fill. */
public sealed interface OrderType {
    /** At the next price. */
    record Market() implements OrderType {}

    /** At {@code price} or better. */
    record Limit(Price price) implements OrderType {}

    /** At the market once the price has reached {@code trigger}. */
    record StopMarket(Price trigger) implements OrderType {}

    /** A limit order at {@code limit} once the price has reached {@code trigger}. */
    record StopLimit(Price trigger, Price limit) implements OrderType {}

    /** The name of the type: MARKET, LIMIT, STOP_MARKET or STOP_LIMIT. */
    default String label() {
        return switch (this) {
            case Market() -> "MARKET";
            case Limit(var price) -> "LIMIT";
            case StopMarket(var trigger) -> "STOP_MARKET";
            case StopLimit(var trigger, var limit) -> "STOP_LIMIT";
        };
    }
}
