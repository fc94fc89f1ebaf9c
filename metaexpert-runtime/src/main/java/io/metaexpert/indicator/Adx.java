package io.metaexpert.indicator;

/**
 * Average directional index, 0 to 100, and the directional indicators +DI and -DI. True range and directional moves are
 * averaged by Wilder's smoothing; DX is {@code 100 * |+DI - -DI| / (+DI + -DI)}, 0 where nothing moves; ADX is Wilder's
 * smoothing of DX, begun with the first DX that rests on whole averages. Its own value is the ADX, ready after
 * {@code 2 * period} bars; the DIs after {@code period + 1}. Before its first average it shows DX, at the very first bar 0.
 * Source: Wilder (1978).
 */
public final class Adx extends Indicator {
    /** The first bar whose DX enters the ADX: with {@link Seed#MEAN} the averages are whole only then. */
    private final int firstDx;

    private final Average range;
    private final Average plus;
    private final Average minus;
    private final Average adx;
    private final Line plusDi;
    private final Line minusDi;
    private double lastHigh = Double.NaN;
    private double lastLow = Double.NaN;
    private double lastClose = Double.NaN;

    /** Seeded as Wilder did, with means. */
    public Adx(int period) {
        this(period, Seed.MEAN);
    }

    public Adx(int period, Seed seed) {
        super(2 * atLeastOne("period", period));
        firstDx = seed == Seed.MEAN ? period : 1;
        range = Average.wilder(period, seed);
        plus = Average.wilder(period, seed);
        minus = Average.wilder(period, seed);
        adx = Average.wilder(period, seed);
        plusDi = new Line(period + 1);
        minusDi = new Line(period + 1);
    }

    @Override
    protected double next(Series series) {
        double high = series.high(0);
        double low = series.low(0);
        double dx = bars() == 0 ? show(0, 0) : move(high, low);
        lastHigh = high;
        lastLow = low;
        lastClose = series.close(0);
        return bars() < firstDx ? dx : adx.add(dx);
    }

    private double move(double high, double low) {
        double up = high - lastHigh;
        double down = lastLow - low;
        double averageRange = range.add(Atr.trueRange(high, low, lastClose));
        double averagePlus = plus.add(up > down && up > 0 ? up : 0);
        double averageMinus = minus.add(down > up && down > 0 ? down : 0);
        return averageRange > 0
                ? show(100 * averagePlus / averageRange, 100 * averageMinus / averageRange)
                : show(0, 0);
    }

    private double show(double plusValue, double minusValue) {
        plusDi.push(plusValue);
        minusDi.push(minusValue);
        double sum = plusValue + minusValue;
        return sum > 0 ? 100 * Math.abs(plusValue - minusValue) / sum : 0;
    }

    /** This indicator itself. */
    public Indicator adx() {
        return this;
    }

    public Indicator plusDi() {
        return plusDi;
    }

    public Indicator minusDi() {
        return minusDi;
    }
}
