package io.metaexpert.market;

import java.math.BigDecimal;

/** From estimates to decimals and back. */
public final class Decimals {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };
    private static final int PRICE_DECIMALS = 8;
    private static final int LONG_DIGITS = 18;
    /** Up to here every whole number is a double. */
    private static final double EXACT = 1L << 53;

    private Decimals() {}

    /**
     * The shortest decimal that reads back as {@code value}: what {@link BigDecimal#valueOf(double)} gives, but without the detour over
     * text for values of up to 8 decimals, as prices are.
     *
     * @throws NumberFormatException when the value is NaN or infinite
     */
    public static BigDecimal of(double value) {
        for (int scale = 0; scale <= PRICE_DECIMALS; scale++) {
            double shifted = value * POWERS[scale];
            if (!(Math.abs(shifted) < EXACT)) {
                break;
            }
            double whole = Math.rint(shifted);
            // A quotient of two exact doubles is rounded correctly, as a decimal text would be.
            if (whole / POWERS[scale] == value) {
                return BigDecimal.valueOf((long) whole, scale);
            }
        }
        return BigDecimal.valueOf(value);
    }

    /** Whether all digits of a decimal, without its point, are those of a long: at most 18. */
    public static boolean isShort(BigDecimal value) {
        return value.precision() <= LONG_DIGITS;
    }

    /** The digits of a {@linkplain #isShort short} decimal, without its point: {@code value * 10^scale}. */
    public static long digits(BigDecimal value) {
        return value.scaleByPowerOfTen(value.scale()).longValue();
    }

    /**
     * The nearest double, as {@link BigDecimal#doubleValue} gives it, but for more than 15 digits without the detour over large integers.
     *
     * <p>Digits and power are divided as doubles, and what both roundings left over is divided once more and added. That correction is
     * exact to 2<sup>-104</sup> of the value, while a decimal of 18 digits, 14 of them decimals, is either in the middle between two
     * doubles, and then the correction has no rounding, or at least 2<sup>-101</sup> away from it. So the sum is rounded as the value
     * would be.
     */
    public static double toDouble(BigDecimal value) {
        int scale = value.scale();
        if (scale <= 0 || scale >= POWERS.length || !isShort(value)) {
            return value.doubleValue();
        }
        long digits = digits(value);
        double power = POWERS[scale];
        double numerator = digits;
        double quotient = numerator / power;
        double rest = Math.fma(-quotient, power, numerator) + (digits - (long) numerator);
        return quotient + rest / power;
    }
}
