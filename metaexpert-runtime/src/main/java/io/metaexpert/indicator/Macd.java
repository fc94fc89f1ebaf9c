package io.metaexpert.indicator;

/**
 * Moving average convergence divergence: {@code ema(fast) - ema(slow)}, its signal line, an EMA of it, and the histogram,
 * {@code macd - signal}. All EMAs begin with their first value. Its own value is that of {@link #macd()}, ready after
 * {@code slow} bars; signal and histogram after {@code slow + signal - 1}.
 */
public final class Macd extends Indicator {
    private final PriceSource source;
    private final Average fast;
    private final Average slow;
    private final Average smoothed;
    private final Line signal;
    private final Line histogram;

    /** Of the close. */
    public Macd(int fast, int slow, int signal) {
        this(fast, slow, signal, PriceSource.CLOSE);
    }

    /** @throws IllegalArgumentException when a period is below 1 or {@code fast} is not below {@code slow} */
    public Macd(int fast, int slow, int signal, PriceSource source) {
        super(atLeastOne("slow", slow));
        if (atLeastOne("fast", fast) >= slow) {
            throw new IllegalArgumentException("fast must be below slow, was " + fast + " and " + slow);
        }
        this.source = source;
        this.fast = Average.exponential(fast);
        this.slow = Average.exponential(slow);
        smoothed = Average.exponential(atLeastOne("signal", signal));
        this.signal = new Line(slow + signal - 1);
        histogram = new Line(slow + signal - 1);
    }

    @Override
    protected double next(Series series) {
        double price = source.of(series);
        double macd = fast.add(price) - slow.add(price);
        double average = smoothed.add(macd);
        signal.push(average);
        histogram.push(macd - average);
        return macd;
    }

    /** This indicator itself. */
    public Indicator macd() {
        return this;
    }

    public Indicator signal() {
        return signal;
    }

    public Indicator histogram() {
        return histogram;
    }
}
