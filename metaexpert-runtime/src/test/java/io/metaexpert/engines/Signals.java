package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.function.IntToDoubleFunction;

/**
 * When the mean of 10 closes crosses that of 30: by whole numbers, so that equal means are equal. Means of doubles of one price differ by
 * their rounding, and each way of adding them up crosses elsewhere in quiet minutes; it is not signals that are compared here.
 */
final class Signals {
    static final int FAST = 10;
    static final int SLOW = 30;
    private static final double UNITS = 1e6;

    private Signals() {}

    /** For each bar, what is known at its close: 1 crossed above, -1 crossed below, 0 neither. */
    static int[] of(Bars bars) {
        int[] signals = new int[bars.size()];
        for (int i = SLOW; i < bars.size(); i++) {
            int newest = i;
            signals[i] = newest(age -> bars.close(newest - age));
        }
        return signals;
    }

    /** What is known at the newest of at least 31 bars, by their ages. */
    static int newest(IntToDoubleFunction closes) {
        int before = Long.signum(difference(closes, 1));
        int now = Long.signum(difference(closes, 0));
        return before <= 0 && now > 0 ? 1 : before >= 0 && now < 0 ? -1 : 0;
    }

    /** Thirty times the difference of the means. */
    private static long difference(IntToDoubleFunction closes, int age) {
        long fast = 0;
        long slow = 0;
        for (int i = 0; i < SLOW; i++) {
            long close = Math.round(closes.applyAsDouble(age + i) * UNITS);
            slow += close;
            fast += i < FAST ? close : 0;
        }
        return fast * (SLOW / FAST) - slow;
    }
}
