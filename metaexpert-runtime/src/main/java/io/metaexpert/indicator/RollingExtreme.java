package io.metaexpert.indicator;

/**
 * The greatest of the last {@code period} values, by a monotonic queue: a value that a newer one reaches can never be the
 * greatest again and is dropped, so each is added once and removed once.
 */
final class RollingExtreme {
    private final int period;
    private final int mask;
    private final double[] values;
    private final long[] indices;
    private int head;
    private int tail;
    private long index;

    RollingExtreme(int period) {
        this.period = period;
        int capacity = Integer.highestOneBit(Math.max(1, period)) << 1;
        mask = capacity - 1;
        values = new double[capacity];
        indices = new long[capacity];
    }

    double add(double x) {
        while (tail != head && values[(tail - 1) & mask] <= x) {
            tail--;
        }
        values[tail & mask] = x;
        indices[tail & mask] = index;
        tail++;
        if (indices[head & mask] <= index - period) {
            head++;
        }
        index++;
        return values[head & mask];
    }
}
