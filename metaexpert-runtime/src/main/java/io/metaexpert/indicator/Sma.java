package io.metaexpert.indicator;

/** Simple moving average of the last {@code period} prices; of those there are, before it is ready after {@code period} bars. */
public final class Sma extends Indicator {
    private final PriceSource source;
    private final RollingSum sum;

    /** Of the close. */
    public Sma(int period) {
        this(period, PriceSource.CLOSE);
    }

    public Sma(int period, PriceSource source) {
        super(atLeastOne("period", period));
        this.source = source;
        sum = new RollingSum(period);
    }

    @Override
    protected double next(Series series) {
        sum.add(source.of(series));
        return sum.mean();
    }
}
