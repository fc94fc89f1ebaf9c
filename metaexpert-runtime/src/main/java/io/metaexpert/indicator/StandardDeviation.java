package io.metaexpert.indicator;

/**
 * Population standard deviation (divided by n, not n - 1) of the last {@code period} prices, in units of the price; of those
 * there are, before it is ready after {@code period} bars.
 */
public final class StandardDeviation extends Indicator {
    private final PriceSource source;
    private final RollingVariance variance;

    /** Of the close. */
    public StandardDeviation(int period) {
        this(period, PriceSource.CLOSE);
    }

    public StandardDeviation(int period, PriceSource source) {
        super(atLeastOne("period", period));
        this.source = source;
        variance = new RollingVariance(period);
    }

    @Override
    protected double next(Series series) {
        variance.add(source.of(series));
        return variance.standardDeviation();
    }
}
