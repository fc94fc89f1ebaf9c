package io.metaexpert.performance.daily;

import io.metaexpert.performance.DayEnds;
import io.metaexpert.performance.EquityCurve;

/**
 * Equity at the last point of each UTC day with a point, in account currency. Day 0 is measured against the start equity in money, but
 * has no daily return, as it is often a part of a day (see {@link io.metaexpert.performance.Metrics}).
 */
public final class DailyCurve {
    private final long[] timeMs;
    private final double[] equity;
    private final double startEquity;

    private DailyCurve(long[] timeMs, double[] equity, double startEquity) {
        this.timeMs = timeMs;
        this.equity = equity;
        this.startEquity = startEquity;
    }

    /** The ends of the days of a curve. */
    public static DailyCurve of(EquityCurve curve, double startEquity) {
        int[] ends = DayEnds.of(curve.size(), curve::timeMs);
        long[] times = new long[ends.length];
        double[] values = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            times[i] = curve.timeMs(ends[i]);
            values[i] = curve.equity(ends[i]);
        }
        return new DailyCurve(times, values, startEquity);
    }

    /** Another curve on the same days. */
    DailyCurve with(double[] values) {
        return new DailyCurve(timeMs, values, startEquity);
    }

    /** How many days have a point. */
    public int size() {
        return equity.length;
    }

    /** Days since the epoch. */
    long epochDay(int i) {
        return DayEnds.dayOf(timeMs[i]);
    }

    /** When the last point of the day was, epoch milliseconds UTC. */
    public long timeMs(int i) {
        return timeMs[i];
    }

    public double equity(int i) {
        return equity[i];
    }

    public double startEquity() {
        return startEquity;
    }

    /** What the day brought, in money. */
    public double profit(int i) {
        return equity[i] - (i == 0 ? startEquity : equity[i - 1]);
    }

    /** Growth of day {@code i} over the day before, the first day over the start equity. */
    double factor(int i) {
        return equity[i] / (i == 0 ? startEquity : equity[i - 1]);
    }

    /** The n - 1 daily returns of n days. */
    double[] returns() {
        double[] returns = new double[Math.max(0, equity.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = factor(i + 1) - 1;
        }
        return returns;
    }

    /** The same points as a curve of their own. */
    EquityCurve curve() {
        return new EquityCurve(timeMs, equity, equity.length);
    }
}
