package io.metaexpert.order;

import io.metaexpert.market.Price;
import java.util.Optional;

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

    /**
     * At the market once the price has come back by {@code trail} from the best price since the order began to follow it. The trigger moves
     * in our favour only.
     *
     * @param activation the price that has to be reached before the order follows; empty: it follows from its arrival
     */
    record TrailingStop(Trail trail, Optional<Price> activation) implements OrderType {}

    /** The name of the type: MARKET, LIMIT, STOP_MARKET, STOP_LIMIT or TRAILING_STOP. */
    default String label() {
        return switch (this) {
            case Market() -> "MARKET";
            case Limit(var price) -> "LIMIT";
            case StopMarket(var trigger) -> "STOP_MARKET";
            case StopLimit(var trigger, var limit) -> "STOP_LIMIT";
            case TrailingStop(var trail, var activation) -> "TRAILING_STOP";
        };
    }
}
