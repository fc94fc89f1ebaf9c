package io.metaexpert.indicator;

/**
 * Donchian channel: the highest high and the lowest low of the last {@code period} bars, the newest closed bar included, and
 * their middle, which is its own value. A breakout is a close above {@code upper().value(1)}, the channel as it was before.
 * Ready after {@code period} bars, before that of the bars there are.
 */
public final class Donchian extends Indicator {
    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final Line upper;
    private final Line lower;

    public Donchian(int period) {
        super(atLeastOne("period", period));
        highest = new RollingExtreme(period);
        lowest = new RollingExtreme(period);
        upper = new Line(period);
        lower = new Line(period);
    }

    @Override
    protected double next(Series series) {
        double top = highest.add(series.high(0));
        double bottom = -lowest.add(-series.low(0));
        upper.push(top);
        lower.push(bottom);
        return (top + bottom) / 2;
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
