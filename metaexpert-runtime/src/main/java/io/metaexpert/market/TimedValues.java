package io.metaexpert.market;

import java.util.Arrays;

/** Values at instants in ascending order, in two columns: funding rates, mark prices. Immutable. */
public final class TimedValues {
    /** No values. */
    public static final TimedValues EMPTY = new TimedValues(new long[0], new double[0]);

    private final long[] timesMs;
    private final double[] values;

    /** @throws IllegalArgumentException when the columns differ in length, times do not rise, or a value is not finite */
    public TimedValues(long[] timesMs, double[] values) {
        if (timesMs.length != values.length) {
            throw new IllegalArgumentException(timesMs.length + " times for " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && timesMs[i] <= timesMs[i - 1])) {
                throw new IllegalArgumentException("value %s at %d".formatted(values[i], timesMs[i]));
            }
        }
        this.timesMs = timesMs.clone();
        this.values = values.clone();
    }

    /**
     * The same value again and again: at every whole multiple of {@code everyMs} since the epoch after {@code fromMs} and up to {@code toMs},
     * such as a stated funding rate at 00:00, 08:00 and 16:00 UTC.
     */
    public static TimedValues every(long everyMs, double value, long fromMs, long toMs) {
        long first = Math.floorDiv(fromMs, everyMs) + 1;
        int count = (int) Math.max(0, Math.floorDiv(toMs, everyMs) - first + 1);
        long[] times = new long[count];
        Arrays.setAll(times, i -> (first + i) * everyMs);
        double[] values = new double[count];
        Arrays.fill(values, value);
        return new TimedValues(times, values);
    }

    public int size() {
        return values.length;
    }

    public long timeMs(int index) {
        return timesMs[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Index of the last value at or before an instant; -1 when there is none. */
    public int indexAt(long timeMs) {
        int found = Arrays.binarySearch(timesMs, timeMs);
        return found >= 0 ? found : -found - 2;
    }

    /** A cursor before the first value after {@code timeMs}. */
    public Cursor after(long timeMs) {
        return new Cursor(indexAt(timeMs) + 1);
    }

    /** Steps forward through the values. Not thread-safe. */
    public final class Cursor {
        private int next;

        private Cursor(int next) {
            this.next = next;
        }

        /** Time of the next value; {@link Long#MAX_VALUE} when there is none. */
        public long nextTimeMs() {
            return next < timesMs.length ? timesMs[next] : Long.MAX_VALUE;
        }

        /**
         * The next value, and moves behind it.
         *
         * @throws IndexOutOfBoundsException when there is none
         */
        public double take() {
            return values[next++];
        }
    }
}
