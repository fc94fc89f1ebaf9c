package io.metaexpert.indicator;

/**
 * Exponential moving average: {@code ema += 2 / (period + 1) * (price - ema)}. It begins with the first price
 * ({@link Seed#FIRST_VALUE}) unless told otherwise, and is ready after {@code period} bars.
 */
public final class Ema extends Indicator {
    private final PriceSource source;
    private final Average average;

    /** Of the close, seeded with the first one. */
    public Ema(int period) {
        this(period, PriceSource.CLOSE, Seed.FIRST_VALUE);
    }

    public Ema(int period, PriceSource source, Seed seed) {
        super(atLeastOne("period", period));
        this.source = source;
        average = Average.exponential(period, seed);
    }

    @Override
    protected double next(Series series) {
        return average.add(source.of(series));
    }
}
