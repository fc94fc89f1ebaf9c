package io.metaexpert.analysis;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.performance.Breakdown;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.daily.Benchmark;
import io.metaexpert.performance.daily.BenchmarkCalculator;
import io.metaexpert.performance.daily.DailyCurve;
import io.metaexpert.performance.daily.HeldAsset;
import io.metaexpert.performance.daily.HeldTime;
import io.metaexpert.performance.daily.RegimeCalculator;
import io.metaexpert.performance.daily.RegimeSplit;
import io.metaexpert.performance.daily.Rolling;
import io.metaexpert.performance.daily.RollingCalculator;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report shows beyond the figures of the run. It is computed for reports only: a run of which nobody reads one pays nothing for it.
 *
 * @param benchmarks buy and hold of the first symbol, then of all in equal parts when there are several
 * @param findings what looks wrong: the data and fills first, by symbol; then the result, in the order of {@link Finding.Kind}
 */
public record Analysis(
        Breakdown breakdown,
        List<Benchmark> benchmarks,
        List<Rolling> rolling,
        RegimeSplit regimes,
        List<Finding> findings) {

    public Analysis {
        benchmarks = List.copyOf(benchmarks);
        rolling = List.copyOf(rolling);
        findings = List.copyOf(findings);
    }

    /**
     * Looks at a run.
     *
     * @param markets at least one, the first symbol first
     */
    public static Analysis of(BacktestResult result, List<AnalysedMarket> markets) {
        Metrics metrics = result.metrics();
        long fromMs = metrics.period().from().toEpochMilli();
        DailyCurve curve = DailyCurve.of(result.equity(), metrics.startEquity());
        HeldTime held =
                HeldTime.of(result.roundTrips(), fromMs, metrics.period().to().toEpochMilli());
        List<HeldAsset> assets = new ArrayList<>();
        for (AnalysedMarket market : markets) {
            assets.add(new HeldAsset(market.instrument(), market.bars(), market.history()));
        }
        List<Benchmark> benchmarks = BenchmarkCalculator.of(curve, fromMs, assets);
        return new Analysis(
                Breakdown.of(result.roundTrips()),
                benchmarks,
                RollingCalculator.of(curve, metrics.period().daysPerYear()),
                RegimeCalculator.of(curve, held, assets.get(0)),
                new FindingSearch(result, markets, curve, held, benchmarks).findings());
    }
}
