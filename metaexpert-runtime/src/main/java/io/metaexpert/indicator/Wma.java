package io.metaexpert.indicator;

/**
 * Linearly weighted moving average: the newest of {@code period} prices weighs {@code period}, the oldest 1. Before it is
 * ready after {@code period} bars, of those there are.
 */
public final class Wma extends Indicator {
    private final PriceSource source;
    private final double[] window;
    private int position;
    private int count;
    private double sum;
    private double weighted;

    /** Of the close. */
    public Wma(int period) {
        this(period, PriceSource.CLOSE);
    }

    public Wma(int period, PriceSource source) {
        super(atLeastOne("period", period));
        this.source = source;
        window = new double[period];
    }

    @Override
    protected double next(Series series) {
        double price = source.of(series);
        double old = window[position];
        window[position] = price;
        if (count < window.length) {
            count++;
            weighted += count * price;
            sum += price;
        } else {
            weighted += count * price - sum;
            sum += price - old;
        }
        position++;
        if (position == window.length) {
            position = 0;
            sumAfresh();
        }
        return weighted / (0.5 * count * (count + 1));
    }

    /** Once a period, so that rounding errors cannot add up. */
    private void sumAfresh() {
        sum = 0;
        weighted = 0;
        for (int i = 0; i < window.length; i++) {
            sum += window[i];
            weighted += (i + 1) * window[i];
        }
    }
}
