package io.metaexpert.performance.daily;

import io.metaexpert.performance.RoundTrip;
import java.util.ArrayList;
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
        var union = new Union(trips.size());
        for (int i = trips.size() - 1; i >= 0; i--) {
            if (!union.add(trips.get(i))) {
                // Orders of several symbols at one instant may leave round trips a bar out of order.
                List<RoundTrip> sorted = new ArrayList<>(trips);
                sorted.sort(Comparator.comparing(RoundTrip::exitTime));
                return of(sorted, fromMs, toMs);
            }
        }
        return new HeldTime(fromMs, toMs, union.tail(union.starts), union.tail(union.ends));
    }

    /** Joins what overlaps or touches, from the last exit back; fills its arrays from their ends. */
    private static final class Union {
        private final long[] starts;
        private final long[] ends;
        private int at;
        private long lastEnd = Long.MAX_VALUE;

        Union(int size) {
            starts = new long[size];
            ends = new long[size];
            at = size;
        }

        /** False for an exit after one that was added before. */
        boolean add(RoundTrip trip) {
            long start = trip.entryTime().toEpochMilli();
            long end = trip.exitTime().toEpochMilli();
            if (end > lastEnd) {
                return false;
            }
            lastEnd = end;
            if (at < starts.length && end >= starts[at]) {
                starts[at] = Math.min(starts[at], start);
            } else {
                at--;
                starts[at] = start;
                ends[at] = end;
            }
            return true;
        }

        long[] tail(long[] times) {
            return Arrays.copyOfRange(times, at, times.length);
        }
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
