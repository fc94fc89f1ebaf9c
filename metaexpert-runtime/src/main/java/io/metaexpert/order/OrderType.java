package io.metaexpert.order;

import io.metaexpert.market.Price;
import java.util.Optional;

/** What makes an order fill. */
public sealed interface OrderType {
    /** The name of the type: MARKET, LIMIT, STOP_MARKET, STOP_LIMIT or TRAILING_STOP. */
    String label();

    /** At the next price. */
    record Market() implements OrderType {
        @Override
        public String label() {
            return "MARKET";
        }
    }

    /** At {@code price} or better. */
    record Limit(Price price) implements OrderType {
        @Override
        public String label() {
            return "LIMIT";
        }
    }

    /** At the market once the price has reached {@code trigger}. */
    record StopMarket(Price trigger) implements OrderType {
        @Override
        public String label() {
            return "STOP_MARKET";
        }
    }

    /** A limit order at {@code limit} once the price has reached {@code trigger}. */
    record StopLimit(Price trigger, Price limit) implements OrderType {
        @Override
        public String label() {
            return "STOP_LIMIT";
        }
    }

    /**
     * At the market once the price has come back by {@code trail} from the best price since the order began to follow it. The trigger moves
     * in our favour only.
     *
     * @param activation the price that has to be reached before the order follows; empty: it follows from its arrival
     */
    record TrailingStop(Trail trail, Optional<Price> activation) implements OrderType {
        @Override
        public String label() {
            return "TRAILING_STOP";
        }
    }
}
