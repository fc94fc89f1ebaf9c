package io.metaexpert.simulate;

import io.metaexpert.market.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many units money buys, with 11 digits: far more than an exchange allows, and so few that price times quantity is within what a long
 * holds, so that decimals stay quick. Never more than the money pays for; what is left over stays in cash.
 */
final class Affordable {
    private static final int DIGITS = 11;
    private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.DOWN);
    private static final double LEAST = 1e10;
    /** More than the estimate may be wrong by, in units of the last digit. */
    private static final double UNCERTAIN = 1e-3;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };

    private Affordable() {}

    /**
     * The quantity.
     *
     * @param money not negative
     * @param unitCost what a unit costs, fee included; positive
     */
    static BigDecimal quantity(BigDecimal money, BigDecimal unitCost) {
        double estimate = Decimals.toDouble(money) / Decimals.toDouble(unitCost);
        int scale = scale(estimate);
        if (scale < 0) {
            return money.divide(unitCost, DOWN);
        }
        double shifted = estimate * POWERS[scale];
        long whole = (long) shifted;
        BigDecimal quantity = BigDecimal.valueOf(whole, scale);
        // The estimate is right to 15 digits, so the last of our 11 can be one too many only where the next are zeros.
        boolean certain = shifted - whole > UNCERTAIN;
        return certain || quantity.multiply(unitCost).compareTo(money) <= 0
                ? quantity
                : BigDecimal.valueOf(whole - 1, scale);
    }

    /** Decimals that leave 11 digits; -1 when they are not within the table. */
    private static int scale(double estimate) {
        for (int scale = 0; scale < POWERS.length; scale++) {
            double shifted = estimate * POWERS[scale];
            if (shifted >= LEAST) {
                return shifted < LEAST * 10 ? scale : -1;
            }
        }
        return -1;
    }
}
