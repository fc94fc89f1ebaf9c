package io.metaexpert.engines;

import io.metaexpert.market.Bars;

/** When the fast mean of closes crosses the slow one, by the plainest loop. */
final class Signals {
    static final int FAST = 10;
    static final int SLOW = 30;

    private Signals() {}

    /** For each bar, what is known at its close: 1 crossed above, -1 crossed below, 0 neither. */
    static int[] of(Bars bars) {
        int[] signals = new int[bars.size()];
        for (int i = SLOW; i < bars.size(); i++) {
            double before = mean(bars, i - 1, FAST) - mean(bars, i - 1, SLOW);
            double now = mean(bars, i, FAST) - mean(bars, i, SLOW);
            signals[i] = before <= 0 && now > 0 ? 1 : before >= 0 && now < 0 ? -1 : 0;
        }
        return signals;
    }

    private static double mean(Bars bars, int last, int count) {
        double sum = 0;
        for (int i = last - count + 1; i <= last; i++) {
            sum += bars.close(i);
        }
        return sum / count;
    }
}
