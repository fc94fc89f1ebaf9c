package io.metaexpert.indicator;

/** A bar's own price, to ask for crossings with other indicators. Ready at the first bar. */
public final class PriceLine extends Indicator {
    private final PriceSource source;

    public PriceLine(PriceSource source) {
        super(1);
        this.source = source;
    }

    @Override
    protected double next(Series series) {
        return source.of(series);
    }
}
