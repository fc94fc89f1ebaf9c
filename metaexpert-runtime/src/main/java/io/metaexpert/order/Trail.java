package io.metaexpert.order;

import io.metaexpert.market.Price;
import java.math.BigDecimal;

/** How far the trigger of a trailing stop stays behind the best price. */
public sealed interface Trail {
    /**
     * A share of the best price.
     *
     * @param value above 0 and below 1 (0.02 = 2 %)
     */
    record Fraction(BigDecimal value) implements Trail {
        public Fraction {
            if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException(
                        "a trailing distance must be above 0 and below 1, was " + value.toPlainString());
            }
            value = value.stripTrailingZeros();
        }
    }

    /** An amount of quote currency per unit of base. */
    record Amount(Price value) implements Trail {}

    /** A share of the best price: {@code "0.02"} is 2 %. */
    static Trail fraction(String share) {
        return new Fraction(new BigDecimal(share));
    }

    /** A share of the best price: 0.02 is 2 %. */
    static Trail fraction(double share) {
        return new Fraction(BigDecimal.valueOf(share));
    }

    /** An amount of quote currency per unit of base. */
    static Trail amount(String distance) {
        return new Amount(Price.of(distance));
    }

    /** An amount of quote currency per unit of base. */
    static Trail amount(double distance) {
        return new Amount(new Price(BigDecimal.valueOf(distance)));
    }

    /** The trigger behind a best price: below it for a SELL, above it for a BUY. Not positive when the distance is larger than the price. */
    default BigDecimal behind(BigDecimal best, Side side) {
        BigDecimal distance = switch (this) {
            case Fraction(var share) -> best.multiply(share);
            case Amount(var amount) -> amount.value();
        };
        return side == Side.SELL ? best.subtract(distance) : best.add(distance);
    }
}
