package io.metaexpert.performance.daily;

import java.util.List;

/**
 * What the same capital would have become by doing nothing, and the run beside it. All figures are of the ends of UTC days, those of the
 * run too, so that they can be compared; the run's own summary looks at every bar. r are the daily returns of the run, b those of the
 * benchmark, D the days per year; the risk-free rate is 0; NaN where a figure is not defined.
 *
 * @param name such as {@code BTC/USDT} or {@code equal weight}
 * @param finalEquity in account currency
 * @param totalReturn over the whole run
 * @param volatility as {@link io.metaexpert.performance.Metrics.Risk#volatility}
 * @param sharpe as {@link io.metaexpert.performance.Metrics.Risk#sharpe}
 * @param maxDrawdown 0 or negative
 * @param points at most 400, evenly chosen, the last one always among them
 */
public record Benchmark(
        String name,
        double finalEquity,
        double totalReturn,
        double volatility,
        double sharpe,
        double maxDrawdown,
        Comparison run,
        List<Point> points) {

    /**
     * The run against the benchmark.
     *
     * @param excessReturn return of the run minus that of the benchmark, over the whole run
     * @param beta {@code cov(r, b) / var(b)} (W. Sharpe, 1964)
     * @param alpha {@code (mean(r) - beta * mean(b)) * D} (M. Jensen, 1968)
     * @param correlation {@code cov(r, b) / (sd(r) * sd(b))}
     * @param trackingError {@code sd(r - b) * sqrt(D)}
     * @param informationRatio {@code mean(r - b) * D / trackingError} (T. Goodwin, 1998)
     * @param maxDrawdown of the run at the ends of days
     */
    public record Comparison(
            double excessReturn,
            double beta,
            double alpha,
            double correlation,
            double trackingError,
            double informationRatio,
            double maxDrawdown) {}

    /** Equity of the benchmark and of the run at the end of a day. */
    public record Point(long timeMs, double equity, double runEquity) {}

    public Benchmark {
        points = List.copyOf(points);
    }
}
