package io.metaexpert.performance;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Finds the last point of every UTC day, by doubling and halving, as a day of minutes is 1,440 points. */
public final class DayEnds {
    public static final long DAY_MS = 86_400_000L;

    private DayEnds() {}

    /** Days since the epoch. A close at midnight belongs to the day that ends. */
    public static long dayOf(long closeMs) {
        return Math.floorDiv(closeMs - 1, DAY_MS);
    }

    /** Indices of the last point of each day with a point, rising. */
    public static int[] of(int size, IntToLongFunction closeMs) {
        int[] ends = new int[64];
        int days = 0;
        int from = 0;
        while (from < size) {
            from = nextDay(size, closeMs, from);
            if (days == ends.length) {
                ends = Arrays.copyOf(ends, days * 2);
            }
            ends[days++] = from - 1;
        }
        return Arrays.copyOf(ends, days);
    }

    private static int nextDay(int size, IntToLongFunction closeMs, int from) {
        long endMs = (dayOf(closeMs.applyAsLong(from)) + 1) * DAY_MS;
        int low = from;
        int step = 1;
        while (low + step < size && closeMs.applyAsLong(low + step) <= endMs) {
            low += step;
            step *= 2;
        }
        int high = Math.min(size, low + step);
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (closeMs.applyAsLong(middle) <= endMs) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
