package io.metaexpert.analysis;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.performance.daily.Benchmark;
import io.metaexpert.performance.daily.DailyCurve;
import io.metaexpert.performance.daily.HeldTime;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule: first about the data and fills that a result rests on, then about the result. */
final class FindingSearch {
    private static final int EVERY_DAY = 365;

    private final BacktestResult result;
    private final List<AnalysedMarket> markets;
    private final DailyCurve curve;
    private final HeldTime held;
    private final List<Benchmark> benchmarks;

    FindingSearch(
            BacktestResult result,
            List<AnalysedMarket> markets,
            DailyCurve curve,
            HeldTime held,
            List<Benchmark> benchmarks) {
        this.result = result;
        this.markets = markets;
        this.curve = curve;
        this.held = held;
        this.benchmarks = benchmarks;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        DataRules.look(markets, result.metrics().period().daysPerYear() == EVERY_DAY, findings);
        FillRules.look(result.fills(), markets, findings);
        new ProfitRules(result).look(findings);
        CurveRules.look(result.metrics(), curve, held, benchmarks, findings);
        CostRules.look(result, findings);
        OrderRules.look(result, findings);
        return findings;
    }
}
