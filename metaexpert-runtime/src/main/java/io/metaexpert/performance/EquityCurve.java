package io.metaexpert.performance;

/**
 * Equity at the close of every bar of the base timeframe, in account currency. Keeps the arrays it is given, without a copy, as a
 * year of minutes is half a million points.
 */
public final class EquityCurve {
    private final long[] timeMs;
    private final double[] equity;
    private final int size;

    /**
     * @param timeMs close times, epoch milliseconds UTC, strictly rising
     * @param equity the values
     * @param size how many leading elements of the arrays count
     */
    public EquityCurve(long[] timeMs, double[] equity, int size) {
        if (size > timeMs.length || size > equity.length) {
            throw new IllegalArgumentException("size must not exceed the arrays, was " + size);
        }
        this.timeMs = timeMs;
        this.equity = equity;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public long timeMs(int i) {
        return timeMs[i];
    }

    public double equity(int i) {
        return equity[i];
    }
}
