package io.metaexpert.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text, independent of the locale and without the cost of a formatter. */
final class NumberText {
    /** What stands for a figure that is not defined. */
    static final String UNDEFINED = "-";

    private NumberText() {}

    /** The shortest plain decimal that reads back as the same double. */
    static String plain(double value) {
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent >= 0) {
            return plain(text, exponent);
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@code d.dddE-n} is a small number, as many a return is; large ones are rare. */
    private static String plain(String text, int exponent) {
        int shift = Integer.parseInt(text, exponent + 1, text.length(), 10);
        if (shift > 0) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        int point = text.indexOf('.');
        int end = text.charAt(exponent - 1) == '0' ? exponent - 2 : exponent;
        return new StringBuilder(exponent - shift + 2)
                .append(text, 0, point - 1)
                .append("0.")
                .repeat('0', -shift - 1)
                .append(text.charAt(point - 1))
                .append(text, Math.min(point + 1, end), end)
                .toString();
    }

    /** For people: thousands grouped, rounded to a number of decimals. */
    static String grouped(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return UNDEFINED;
        }
        String text = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        var out = new StringBuilder(text.length() + 4);
        out.append(text, 0, start);
        for (int i = start; i < end; i++) {
            if (i > start && (end - i) % 3 == 0) {
                out.append(',');
            }
            out.append(text.charAt(i));
        }
        return out.append(text, end, text.length()).toString();
    }

    /** How many decimals money needs: two, or eight for accounts counted in coins. */
    static int moneyDecimals(double startEquity) {
        return Math.abs(startEquity) < 100 ? 8 : 2;
    }

    /** A figure for people. */
    static String of(Figure figure, int moneyDecimals) {
        double value = figure.value();
        if (!figure.isDefined()) {
            return UNDEFINED;
        }
        return switch (figure.kind()) {
            case MONEY -> grouped(value, moneyDecimals);
            case FRACTION -> grouped(value * 100, 2) + " %";
            case RATIO -> grouped(value, 3);
            case COUNT -> grouped(value, 0);
            case SECONDS -> duration((long) value);
            case TIME -> new TimeText().minutes((long) value);
            case FLAG -> value == 0 ? "no" : "yes";
        };
    }

    /** The two largest units, such as {@code 3d 4h} or {@code 5m}. */
    static String duration(long seconds) {
        if (seconds >= 86_400) {
            return join(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
        }
        if (seconds >= 3_600) {
            return join(seconds / 3_600, "h", seconds % 3_600 / 60, "m");
        }
        return join(seconds / 60, "m", seconds % 60, "s");
    }

    private static String join(long large, String largeUnit, long small, String smallUnit) {
        if (large == 0) {
            return small + smallUnit;
        }
        return small == 0 ? large + largeUnit : large + largeUnit + " " + small + smallUnit;
    }
}
