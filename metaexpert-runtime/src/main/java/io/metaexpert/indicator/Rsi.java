package io.metaexpert.indicator;

/**
 * Relative strength index, 0 to 100: {@code 100 - 100 / (1 + gain / loss)}, where gain and loss are averaged by Wilder's
 * smoothing over {@code period} changes. 50 where nothing changed at all, 100 where nothing fell. Ready after
 * {@code period + 1} bars. Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 */
public final class Rsi extends Indicator {
    private final PriceSource source;
    private final Average gain;
    private final Average loss;
    private double last = Double.NaN;

    /** Of the close, seeded as Wilder did, with the mean of the first {@code period} changes. */
    public Rsi(int period) {
        this(period, PriceSource.CLOSE, Seed.MEAN);
    }

    public Rsi(int period, PriceSource source, Seed seed) {
        super(atLeastOne("period", period) + 1);
        this.source = source;
        gain = Average.wilder(period, seed);
        loss = Average.wilder(period, seed);
    }

    @Override
    protected double next(Series series) {
        double price = source.of(series);
        double change = price - last;
        last = price;
        if (bars() == 0) {
            return 50;
        }
        double up = gain.add(change > 0 ? change : 0);
        double down = loss.add(change < 0 ? -change : 0);
        double both = up + down;
        return both > 0 ? 100 * up / both : 50;
    }
}
