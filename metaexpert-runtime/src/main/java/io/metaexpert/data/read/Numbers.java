package io.metaexpert.data.read;

import java.nio.charset.StandardCharsets;

/** Numbers from bytes. */
final class Numbers {
    /** No more digits than a long holds without overflow. */
    static final int MAX_DIGITS = 18;

    /** The largest mantissa that a double holds exactly. */
    private static final long EXACT = 1L << 53;

    /** Every power of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Numbers() {}

    /**
     * The double nearest to a decimal number, exactly as {@link Double#parseDouble} rounds; NaN when it is not a plain decimal number.
     * A mantissa and a power of ten that are both exact give the right result by one division (Clinger 1990, fast path).
     */
    static double parseDouble(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int point = -1;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                digits++;
            } else if (digit == '.' - '0' && point < 0) {
                point = i;
            } else {
                return slow(bytes, from, to);
            }
        }
        int scale = point < 0 ? 0 : to - point - 1;
        if (!isExact(mantissa, digits, scale)) {
            return slow(bytes, from, to);
        }
        double value = exact(mantissa, scale);
        return negative ? -value : value;
    }

    /** Whether {@link #exact} rounds right for a mantissa of so many digits, of which {@code scale} are behind the point. */
    static boolean isExact(long mantissa, int digits, int scale) {
        return digits > 0 && digits <= MAX_DIGITS && mantissa <= EXACT && scale < POWERS.length;
    }

    static double exact(long mantissa, int scale) {
        return scale == 0 ? mantissa : mantissa / POWERS[scale];
    }

    /** The same of characters, as a JSON parser gives them. */
    static double parseDouble(char[] chars, int from, int length, byte[] scratch) {
        if (length > scratch.length) {
            return Double.NaN;
        }
        for (int i = 0; i < length; i++) {
            scratch[i] = (byte) (chars[from + i] < 128 ? chars[from + i] : '?');
        }
        return parseDouble(scratch, 0, length);
    }

    private static double slow(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
