package io.metaexpert.analysis;

import io.metaexpert.analysis.Finding.Kind;
import io.metaexpert.api.BacktestResult;
import io.metaexpert.performance.Metrics;
import java.util.List;

/** What trading cost against what it brought. */
final class CostRules {
    private static final double HIGH_COSTS = 0.5;

    private CostRules() {}

    static void look(BacktestResult result, List<Finding> findings) {
        Metrics metrics = result.metrics();
        double costs = metrics.costs().fees() + metrics.costs().slippage();
        double before = metrics.netProfit() + costs;
        if (before > 0 && costs > HIGH_COSTS * before) {
            findings.add(new Finding(
                    Kind.COSTS_EAT_PROFIT,
                    "Fees and slippage of " + Sentence.money(costs, metrics) + " are "
                            + Sentence.percent(costs / before)
                            + " of the profit before costs, at a turnover of "
                            + Sentence.ratio(metrics.costs().turnover()) + " times the equity: trade less often."));
        }
        if (metrics.costs().fills() > 0 && metrics.costs().fees() == 0) {
            findings.add(new Finding(
                    Kind.NO_FEES,
                    "No fee was paid for " + Sentence.count(metrics.costs().fills(), "fill")
                            + ": set backtest.fees to what the exchange charges."));
        }
    }
}
