package io.metaexpert.indicator;

/**
 * Stochastic oscillator, 0 to 100: where the close stands between the lowest low and the highest high of {@code kPeriod} bars.
 * %K is that, smoothed by a simple average over {@code kSmoothing} bars (1 gives the fast stochastic); %D is the simple average
 * of %K over {@code dPeriod} bars. 50 where high equals low throughout. Its own value is %K, ready after
 * {@code kPeriod + kSmoothing - 1} bars; %D after {@code dPeriod - 1} more.
 */
public final class Stochastic extends Indicator {
    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final RollingSum smoothedK;
    private final RollingSum smoothedD;
    private final Line d;

    public Stochastic(int kPeriod, int kSmoothing, int dPeriod) {
        super(atLeastOne("kPeriod", kPeriod) + atLeastOne("kSmoothing", kSmoothing) - 1);
        highest = new RollingExtreme(kPeriod);
        lowest = new RollingExtreme(kPeriod);
        smoothedK = new RollingSum(kSmoothing);
        smoothedD = new RollingSum(atLeastOne("dPeriod", dPeriod));
        d = new Line(readyAfterBars() + dPeriod - 1);
    }

    @Override
    protected double next(Series series) {
        double top = highest.add(series.high(0));
        double bottom = -lowest.add(-series.low(0));
        smoothedK.add(top > bottom ? 100 * (series.close(0) - bottom) / (top - bottom) : 50);
        double k = smoothedK.mean();
        smoothedD.add(k);
        d.push(smoothedD.mean());
        return k;
    }

    /** This indicator itself. */
    public Indicator k() {
        return this;
    }

    public Indicator d() {
        return d;
    }
}
