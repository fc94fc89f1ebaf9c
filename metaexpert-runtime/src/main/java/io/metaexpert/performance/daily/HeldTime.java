package io.metaexpert.performance.daily;

import io.metaexpert.performance.RoundTrip;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** When a position was held: the union of all round trips, as times in epoch milliseconds. */
public final class HeldTime {
    private final long fromMs;
    private final long toMs;
    private final long[] starts;
    private final long[] ends;

    private HeldTime(long fromMs, long toMs, long[] starts, long[] ends) {
        this.fromMs = fromMs;
        this.toMs = toMs;
        this.starts = starts;
        this.ends = ends;
    }

    /** A time without a position, of at least 0 milliseconds. */
    public record Idle(long fromMs, long toMs) {
        public long lengthMs() {
            return toMs - fromMs;
        }
    }

    /** The union of round trips over the period of a run. */
    public static HeldTime of(List<RoundTrip> trips, long fromMs, long toMs) {
        int n = trips.size();
        long[] entries = new long[n];
        long[] exits = new long[n];
        boolean sorted = true;
        for (int i = 0; i < n; i++) {
            entries[i] = trips.get(i).entryTime().toEpochMilli();
            exits[i] = trips.get(i).exitTime().toEpochMilli();
            sorted &= i == 0 || exits[i] >= exits[i - 1];
        }
        if (!sorted) {
            sortByExit(entries, exits);
        }
        int first = merge(entries, exits);
        return new HeldTime(fromMs, toMs, Arrays.copyOfRange(entries, first, n), Arrays.copyOfRange(exits, first, n));
    }

    /** Orders of several symbols at one instant may leave round trips a bar out of order. */
    private static void sortByExit(long[] entries, long[] exits) {
        long[][] pairs = new long[entries.length][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new long[] {entries[i], exits[i]};
        }
        Arrays.sort(pairs, Comparator.comparingLong(pair -> pair[1]));
        for (int i = 0; i < pairs.length; i++) {
            entries[i] = pairs[i][0];
            exits[i] = pairs[i][1];
        }
    }

    /** Joins what overlaps or touches, from the last exit back; returns where the joined times begin in the arrays. */
    private static int merge(long[] starts, long[] ends) {
        int at = starts.length;
        for (int i = starts.length - 1; i >= 0; i--) {
            if (at < starts.length && ends[i] >= starts[at]) {
                starts[at] = Math.min(starts[at], starts[i]);
            } else {
                at--;
                starts[at] = starts[i];
                ends[at] = ends[i];
            }
        }
        return at;
    }

    /** The longest time of the run without a position. */
    public Idle longestIdle() {
        Idle longest = new Idle(fromMs, starts.length == 0 ? toMs : starts[0]);
        for (int i = 0; i < starts.length; i++) {
            Idle idle = new Idle(ends[i], i + 1 < starts.length ? starts[i + 1] : toMs);
            longest = idle.lengthMs() > longest.lengthMs() ? idle : longest;
        }
        return longest;
    }

    /** How long a position was held between the ends of two days, for every day of a curve, the first from the start of the run. */
    long[] perDay(DailyCurve curve) {
        long[] held = new long[curve.size()];
        int k = 0;
        long dayStart = fromMs;
        for (int i = 0; i < held.length; i++) {
            long dayEnd = curve.timeMs(i);
            while (k < starts.length && ends[k] <= dayStart) {
                k++;
            }
            for (int j = k; j < starts.length && starts[j] < dayEnd; j++) {
                held[i] += Math.min(ends[j], dayEnd) - Math.max(starts[j], dayStart);
            }
            dayStart = dayEnd;
        }
        return held;
    }

    long fromMs() {
        return fromMs;
    }
}
