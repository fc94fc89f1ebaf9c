package io.metaexpert.market;

import java.math.BigDecimal;

/** From estimates to decimals. */
public final class Decimals {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
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
        for (int scale = 0; scale < POWERS.length; scale++) {
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
}
