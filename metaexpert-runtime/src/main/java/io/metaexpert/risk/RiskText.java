package io.metaexpert.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in the sentences of the limits. */
public final class RiskText {
    private static final int CENTS = 2;
    private static final int COIN_DIGITS = 8;

    private RiskText() {}

    /** Cents, or as many digits as coins have when the amount is small. */
    public static String money(double amount, String currency) {
        int scale = amount != 0 && Math.abs(amount) < 1 ? COIN_DIGITS : CENTS;
        return decimal(amount, scale) + " " + currency;
    }

    /** At most four decimals. */
    public static String percent(double fraction) {
        return decimal(fraction * 100, 4) + "%";
    }

    private static String decimal(double value, int scale) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "unlimited" : "nothing";
        }
        return BigDecimal.valueOf(value)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
