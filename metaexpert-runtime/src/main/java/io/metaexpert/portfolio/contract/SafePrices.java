package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The mark prices between which a position is kept: it is lost at {@code below} or lower, and at {@code above} or higher. A bound that no price
 * reaches is empty. A long has the first, a short the second, a hedge may have both.
 */
public record SafePrices(Optional<BigDecimal> below, Optional<BigDecimal> above) {
    /** Whether a position is kept at {@code mark}. */
    public boolean contains(BigDecimal mark) {
        return below.map(bound -> mark.compareTo(bound) > 0).orElse(true)
                && above.map(bound -> mark.compareTo(bound) < 0).orElse(true);
    }

    /** The bounds on the steps of prices, rounded to the safe side, as exchanges show them. */
    public SafePrices toIncrement(BigDecimal increment) {
        return new SafePrices(
                below.map(bound -> step(bound, increment, RoundingMode.CEILING)),
                above.map(bound -> step(bound, increment, RoundingMode.FLOOR)));
    }

    private static BigDecimal step(BigDecimal value, BigDecimal increment, RoundingMode rounding) {
        return increment.signum() == 0
                ? value
                : value.divide(increment, 0, rounding).multiply(increment);
    }
}
