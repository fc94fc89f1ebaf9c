package io.metaexpert.indicator;

/**
 * How volatile it is by what is usual: {@link Atr} divided by the mean of its last {@code length} values, the newest included. 1 is as usual, 2
 * twice that; NaN while nothing has moved. Ready after {@code period + length} bars.
 */
public final class AtrRatio extends Indicator {
    private final Atr atr;
    private final RollingSum usual;

    public AtrRatio(int period, int length) {
        super(atLeastOne("period", period) + atLeastOne("length", length));
        atr = new Atr(period);
        usual = new RollingSum(length);
    }

    @Override
    protected double next(Series series) {
        atr.update(series);
        if (!atr.isReady()) {
            return Double.NaN;
        }
        usual.add(atr.value());
        double mean = usual.mean();
        return mean > 0 ? atr.value() / mean : Double.NaN;
    }
}
