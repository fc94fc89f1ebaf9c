package io.metaexpert.indicator;

/**
 * Bollinger bands: the simple moving average of {@code period} prices, and {@code k} population standard deviations above and
 * below it. Its own value is the middle. Ready after {@code period} bars, before that of the bars there are.
 */
public final class Bollinger extends Indicator {
    private final PriceSource source;
    private final RollingVariance variance;
    private final double k;
    private final Line upper;
    private final Line lower;

    /** Of the close. */
    public Bollinger(int period, double k) {
        this(period, k, PriceSource.CLOSE);
    }

    /** @throws IllegalArgumentException when the period is below 1, or {@code k} is not a positive number */
    public Bollinger(int period, double k, PriceSource source) {
        super(atLeastOne("period", period));
        if (!(k > 0) || Double.isInfinite(k)) {
            throw new IllegalArgumentException("k must be a positive number, was " + k);
        }
        this.source = source;
        this.k = k;
        variance = new RollingVariance(period);
        upper = new Line(period);
        lower = new Line(period);
    }

    @Override
    protected double next(Series series) {
        variance.add(source.of(series));
        double mean = variance.mean();
        double width = k * variance.standardDeviation();
        upper.push(mean + width);
        lower.push(mean - width);
        return mean;
    }

    public Indicator upper() {
        return upper;
    }

    /** This indicator itself. */
    public Indicator middle() {
        return this;
    }

    public Indicator lower() {
        return lower;
    }
}
