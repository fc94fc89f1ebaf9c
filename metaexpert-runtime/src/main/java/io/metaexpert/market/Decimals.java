package io.metaexpert.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** From estimates to decimals and back. */
public final class Decimals {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };
    private static final int PRICE_DECIMALS = 8;
    private static final int LONG_DIGITS = 18;
    /** Less than the largest long by more than a double rounds there. */
    private static final long SAFE = 9_223_372_036_854_770_000L;
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
     * exact to 2<sup>-104</sup> of the value, while a decimal of 19 digits, 14 of them decimals, is either in the middle between two
     * doubles, and then the correction has no rounding, or at least 2<sup>-101</sup> away from it. So the sum is rounded as the value
     * would be.
     */
    public static double toDouble(BigDecimal value) {
        int scale = value.scale();
        if (scale <= 0 || scale >= POWERS.length || value.precision() > LONG_DIGITS + 1) {
            return value.doubleValue();
        }
        long digits = digits(value);
        if (Math.abs(digits) > SAFE || Long.signum(digits) != value.signum()) {
            // Of 19 digits, some are more than a long holds; they come out with the other sign.
            return value.doubleValue();
        }
        double power = POWERS[scale];
        double numerator = digits;
        double quotient = numerator / power;
        double rest = Math.fma(-quotient, power, numerator) + (digits - (long) numerator);
        return quotient + rest / power;
    }

    /**
     * The product, rounded where it has more decimals than {@code scale}: what {@code a.multiply(b)} and {@code setScale} give, but without
     * the detour over large integers where only the exact product is too long for a long.
     *
     * @param rounding FLOOR or CEILING
     */
    public static BigDecimal product(BigDecimal a, BigDecimal b, int scale, RoundingMode rounding) {
        int cut = a.scale() + b.scale() - scale;
        if (cut <= 0) {
            return a.multiply(b);
        }
        if (cut < POWERS.length && a.precision() + b.precision() > LONG_DIGITS && isShort(a) && isShort(b)) {
            long first = digits(a);
            long second = digits(b);
            double estimate = (double) first * second / POWERS[cut];
            if (Math.abs(estimate) < EXACT) {
                long power = (long) POWERS[cut];
                long quotient = (long) estimate;
                // The estimate is wrong by some units at most, so this is small, and right although the product has
                // more digits.
                long rest = first * second - quotient * power;
                boolean up = rounding == RoundingMode.CEILING && Math.floorMod(rest, power) != 0;
                return BigDecimal.valueOf(quotient + Math.floorDiv(rest, power) + (up ? 1 : 0), scale);
            }
        }
        return a.multiply(b).setScale(scale, rounding);
    }
}
