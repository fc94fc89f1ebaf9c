package io.metaexpert.performance.daily;

import static io.metaexpert.performance.MetricsCalculator.ratio;

import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.MetricsCalculator;
import io.metaexpert.performance.MetricsInput;
import java.util.ArrayList;
import java.util.List;

/** Computes buy and hold beside a run; the formulas are with {@link Benchmark}. */
public final class BenchmarkCalculator {
    /** The name of the benchmark of several symbols. */
    public static final String EQUAL_WEIGHT = "equal weight";

    private final DailyCurve run;
    private final long fromMs;
    private final Metrics metrics;

    private BenchmarkCalculator(DailyCurve run, long fromMs) {
        this.run = run;
        this.fromMs = fromMs;
        this.metrics = metrics(run);
    }

    /**
     * Buy and hold of the first symbol and, when there are several, of all in equal parts that are not adjusted later. None for a run
     * without a day.
     *
     * @param fromMs when the run starts, epoch milliseconds UTC
     */
    public static List<Benchmark> of(DailyCurve run, long fromMs, List<HeldAsset> assets) {
        List<Benchmark> all = new ArrayList<>();
        if (run.size() > 0 && !assets.isEmpty()) {
            var calculator = new BenchmarkCalculator(run, fromMs);
            all.add(calculator.benchmark(assets.get(0).symbol(), assets.subList(0, 1)));
            if (assets.size() > 1) {
                all.add(calculator.benchmark(EQUAL_WEIGHT, assets));
            }
        }
        return all;
    }

    private Metrics metrics(DailyCurve curve) {
        return MetricsCalculator.compute(new MetricsInput(
                curve.startEquity(), fromMs, curve.curve(), List.of(), 0, 0, 0, 0, Double.NaN, Double.NaN));
    }

    private Benchmark benchmark(String name, List<HeldAsset> assets) {
        DailyCurve curve = curve(assets);
        Metrics figures = metrics(curve);
        return new Benchmark(
                name,
                figures.finalEquity(),
                figures.returns().netReturn(),
                figures.risk().volatility(),
                figures.risk().sharpe(),
                figures.drawdowns().max(),
                comparison(curve, figures),
                points(curve));
    }

    private DailyCurve curve(List<HeldAsset> assets) {
        double[] equity = new double[run.size()];
        double share = run.startEquity() / assets.size();
        for (HeldAsset asset : assets) {
            double growth = 1;
            for (int i = 0; i < equity.length; i++) {
                growth = growth > 0 ? Math.max(0, asset.growth(run.timeMs(i))) : 0;
                equity[i] += share * growth;
            }
        }
        return run.with(equity);
    }

    private Benchmark.Comparison comparison(DailyCurve benchmark, Metrics figures) {
        double[] r = run.returns();
        double[] b = benchmark.returns();
        double[] difference = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            difference[i] = r[i] - b[i];
        }
        int n = r.length;
        int year = metrics.period().daysPerYear();
        double covariance = Moments.covariance(r, b, 0, n);
        double beta = ratio(covariance, Moments.covariance(b, b, 0, n));
        double tracking = Moments.deviation(difference, 0, n) * Math.sqrt(year);
        return new Benchmark.Comparison(
                metrics.returns().netReturn() - figures.returns().netReturn(),
                beta,
                (Moments.mean(r, 0, n) - beta * Moments.mean(b, 0, n)) * year,
                ratio(covariance, Moments.deviation(r, 0, n) * Moments.deviation(b, 0, n)),
                tracking,
                ratio(Moments.mean(difference, 0, n) * year, tracking),
                metrics.drawdowns().max());
    }

    private List<Benchmark.Point> points(DailyCurve benchmark) {
        var thinning = new Thinning(run.size());
        List<Benchmark.Point> points = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            if (thinning.keeps(i)) {
                points.add(new Benchmark.Point(run.timeMs(i), benchmark.equity(i), run.equity(i)));
            }
        }
        return points;
    }
}
