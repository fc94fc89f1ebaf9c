package io.metaexpert.indicator;

/**
 * Volume-weighted average price of the last {@code period} bars (rolling; it is not reset at midnight): the sum of price times
 * volume over the sum of volume. Where nothing was traded in all of them, the newest price. Ready after {@code period} bars,
 * before that of the bars there are.
 */
public final class Vwap extends Indicator {
    private final PriceSource source;
    private final RollingSum amount;
    private final RollingSum volume;

    /** Of the typical price, {@link PriceSource#HLC3}. */
    public Vwap(int period) {
        this(period, PriceSource.HLC3);
    }

    public Vwap(int period, PriceSource source) {
        super(atLeastOne("period", period));
        this.source = source;
        amount = new RollingSum(period);
        volume = new RollingSum(period);
    }

    @Override
    protected double next(Series series) {
        double price = source.of(series);
        double traded = series.volume(0);
        amount.add(price * traded);
        volume.add(traded);
        double total = volume.sum();
        return total > 0 ? amount.sum() / total : price;
    }
}
