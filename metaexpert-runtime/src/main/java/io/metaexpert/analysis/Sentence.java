package io.metaexpert.analysis;

import io.metaexpert.performance.Metrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Figures as text within a sentence: short, rounded, independent of the locale. */
final class Sentence {
    private static final double SMALL_ACCOUNT = 100;
    private static final long HOUR_MS = 3_600_000L;

    private Sentence() {}

    /** A fraction as a percentage. */
    static String percent(double fraction) {
        return rounded(fraction * 100, 1) + " %";
    }

    /** Money in account currency; accounts counted in coins need more decimals. */
    static String money(double value, Metrics metrics) {
        return rounded(value, metrics.startEquity() < SMALL_ACCOUNT ? 6 : 2);
    }

    static String ratio(double value) {
        return rounded(value, 1);
    }

    private static String rounded(double value, int decimals) {
        String text = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        int point = text.indexOf('.');
        return grouped(text.substring(0, point < 0 ? text.length() : point)) + (point < 0 ? "" : text.substring(point));
    }

    private static String grouped(String whole) {
        StringBuilder text = new StringBuilder(whole);
        int first = whole.startsWith("-") ? 1 : 0;
        for (int i = whole.length() - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    static String number(long value) {
        return grouped(Long.toString(value));
    }

    /** A number and its noun, such as {@code 1 fill} or {@code 3,000 fills}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Days, hours or minutes, whichever are more than two. */
    static String length(long ms) {
        if (ms >= 48 * HOUR_MS) {
            return count(ms / (24 * HOUR_MS), "day");
        }
        return ms >= 2 * HOUR_MS ? count(ms / HOUR_MS, "hour") : count(ms / 60_000, "minute");
    }

    /** The UTC date. */
    static String date(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString().substring(0, 10);
    }
}
