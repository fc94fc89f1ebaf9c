package io.metaexpert.indicator;

/**
 * Exponential moving average: {@code ema += 2 / (period + 1) * (price - ema)}. It begins with the first price
 * ({@link Seed#FIRST_VALUE}) unless told otherwise, and is ready after {@code period} bars.
 */
public final class Ema extends Indicator {
    private final PriceSource source;
    private final double weight;
    /** So many prices are averaged plainly before the recursion begins. */
    private final int seedLength;

    /** Of the close, seeded with the first one. */
    public Ema(int period) {
        this(period, PriceSource.CLOSE, Seed.FIRST_VALUE);
    }

    public Ema(int period, PriceSource source, Seed seed) {
        super(atLeastOne("period", period));
        this.source = source;
        weight = 2.0 / (period + 1);
        seedLength = seed == Seed.MEAN ? period : 1;
    }

    @Override
    protected double next(Series series) {
        double price = source.of(series);
        double last = value();
        return bars() >= seedLength ? last + weight * (price - last) : seed(price, last);
    }

    private double seed(double price, double last) {
        return bars() == 0 ? price : last + (price - last) / (bars() + 1);
    }
}
