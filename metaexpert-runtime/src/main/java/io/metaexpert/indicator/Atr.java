package io.metaexpert.indicator;

/**
 * Average true range, in units of the price: Wilder's smoothing of the true range, which is the greatest of high - low,
 * |high - previous close|, |low - previous close|. The first bar has no previous close; its high - low is the value there and
 * takes no part in the average. Ready after {@code period + 1} bars. Source: Wilder (1978).
 */
public final class Atr extends Indicator {
    private final Average average;
    private double lastClose = Double.NaN;

    /** Seeded as Wilder did, with the mean of the first {@code period} true ranges. */
    public Atr(int period) {
        this(period, Seed.MEAN);
    }

    public Atr(int period, Seed seed) {
        super(atLeastOne("period", period) + 1);
        average = Average.wilder(period, seed);
    }

    @Override
    protected double next(Series series) {
        double high = series.high(0);
        double low = series.low(0);
        double previous = lastClose;
        lastClose = series.close(0);
        return bars() == 0 ? high - low : average.add(trueRange(high, low, previous));
    }

    static double trueRange(double high, double low, double previousClose) {
        return Math.max(high, previousClose) - Math.min(low, previousClose);
    }
}
