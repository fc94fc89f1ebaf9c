package io.metaexpert.order;

import io.metaexpert.market.Money;
import io.metaexpert.market.Quantity;
import java.math.BigDecimal;

/** How much an order is for. */
public sealed interface OrderSize {
    /** A quantity of the base asset. */
    record Base(Quantity quantity) implements OrderSize {}

    /** What {@code amount} of quote currency buys at the fill price, fee included. */
    record Quote(Money amount) implements OrderSize {}

    /**
     * A share of equity, times the configured leverage, at the fill price, fee included. The simulator sizes at the moment of
     * the fill; a real exchange cannot, so there the quantity is fixed from the last price when the order is sent.
     *
     * @param fraction more than 0, at most 1 (1 = all)
     */
    record EquityShare(BigDecimal fraction) implements OrderSize {
        public EquityShare {
            if (fraction.signum() <= 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "share of equity must be above 0 and at most 1, was " + fraction.toPlainString());
            }
        }
    }

    /**
     * So much that the way from the entry to the stop costs this share of equity, fees included. Needs a stop: one by {@code protection.stop-loss},
     * or one given with the order.
     *
     * @param fraction more than 0, at most 1
     */
    record RiskShare(BigDecimal fraction) implements OrderSize {
        public RiskShare {
            if (fraction.signum() <= 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "share of equity at risk must be above 0 and at most 1, was " + fraction.toPlainString());
            }
        }
    }

    static OrderSize base(String quantity) {
        return new Base(Quantity.of(quantity));
    }

    static OrderSize base(Quantity quantity) {
        return new Base(quantity);
    }

    static OrderSize quote(String amount, String currency) {
        return new Quote(Money.of(amount, currency));
    }

    /** A share of equity as a fraction: {@code "0.1"} is 10 %. */
    static OrderSize equity(String fraction) {
        return new EquityShare(new BigDecimal(fraction));
    }

    /** A share of equity that is lost at the stop, as a fraction: {@code "0.01"} is 1 %. */
    static OrderSize risk(String fraction) {
        return new RiskShare(new BigDecimal(fraction));
    }
}
