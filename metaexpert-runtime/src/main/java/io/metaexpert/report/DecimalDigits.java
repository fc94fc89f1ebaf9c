package io.metaexpert.report;

import io.metaexpert.market.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes decimals as {@link BigDecimal#toPlainString} does, but into bytes, and without the detour over text, which for more than 18
 * digits is a long one. Not thread-safe.
 */
final class DecimalDigits {
    /** Sign, point and zeros included. */
    static final int MAX_BYTES = 96;

    private static final double MAX_WHOLE = 1L << 53;
    private static final int MAX_SCALE = 80;
    /** Of no more than 18 digits is what is below. */
    static final long PART = 1_000_000_000_000_000_000L;

    private static final BigInteger BIG_PART = BigInteger.valueOf(PART);
    private static final int PART_DIGITS = 18;
    private static final int HALF = 1_000_000_000;
    private static final int HALF_DIGITS = 9;

    private final byte[] reversed = new byte[MAX_BYTES];

    /** Whether the double is a whole number whose digits are all its own: below 2^53, and not the negative zero. */
    static boolean isWhole(double value) {
        return Math.abs(value) < MAX_WHOLE && value == (long) value && (value != 0 || 1 / value > 0);
    }

    /** Writes a whole number between -{@link #PART} and {@link #PART} from {@code at} on; returns where it ends. */
    int put(long value, byte[] target, int at) {
        int to = at;
        if (value < 0) {
            target[to++] = '-';
        }
        return place(reverse(Math.abs(value), 0), 0, target, to);
    }

    /** Writes the decimal from {@code at} on; returns where it ends, or -1 when it is too long, negative in scale, or the like. */
    int put(BigDecimal value, byte[] target, int at) {
        int scale = value.scale();
        if (scale < 0 || scale > MAX_SCALE || value.precision() > 2 * PART_DIGITS) {
            return scale < 0 && scale >= -PART_DIGITS && value.signum() != 0 ? put(value.setScale(0), target, at) : -1;
        }
        int to = at;
        if (value.signum() < 0) {
            target[to++] = '-';
        }
        int count = Decimals.isShort(value)
                ? reverse(Math.abs(Decimals.digits(value)), 0)
                : reverse(value.unscaledValue().abs());
        return place(count, scale, target, to);
    }

    private int place(int digits, int scale, byte[] target, int at) {
        int count = padded(digits, scale + 1);
        int to = at;
        while (count > scale) {
            target[to++] = reversed[--count];
        }
        if (scale > 0) {
            target[to++] = '.';
        }
        while (count > 0) {
            target[to++] = reversed[--count];
        }
        return to;
    }

    private int padded(int count, int length) {
        int to = count;
        while (to < length) {
            reversed[to++] = '0';
        }
        return to;
    }

    private int reverse(BigInteger value) {
        BigInteger[] parts = value.divideAndRemainder(BIG_PART);
        int count = reverse(parts[1].longValue(), 0);
        return parts[0].signum() == 0 ? count : reverse(parts[0].longValue(), padded(count, PART_DIGITS));
    }

    private int reverse(long value, int from) {
        if (value < HALF) {
            return half((int) value, from);
        }
        long high = value / HALF;
        int count = padded(half((int) (value - high * HALF), from), from + HALF_DIGITS);
        return half((int) high, count);
    }

    /** A division by ten as a product, which the virtual machine's first compiler does not think of. */
    private int half(int value, int from) {
        int rest = value;
        int count = from;
        do {
            int tenth = (int) ((rest * 3_435_973_837L) >>> 35);
            reversed[count++] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        } while (rest > 0);
        return count;
    }
}
