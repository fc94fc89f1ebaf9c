package io.metaexpert.analysis;

import io.metaexpert.analysis.Finding.Kind;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.daily.Benchmark;
import io.metaexpert.performance.daily.DailyCurve;
import io.metaexpert.performance.daily.HeldTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** What the equity curve tells. */
final class CurveRules {
    private static final double LONG_IDLE = 0.5;
    private static final double LITTLE_EXPOSURE = 0.05;
    private static final double DEEP = -0.5;
    private static final int LEAST_MONTHS = 3;
    private static final int LEAST_DAYS = 30;

    private CurveRules() {}

    static void look(
            Metrics metrics, DailyCurve curve, HeldTime held, List<Benchmark> benchmarks, List<Finding> findings) {
        if (metrics.trades().count() > 0) {
            flat(metrics, held.longestIdle(), findings);
        }
        oneMonth(metrics, curve, findings);
        if (metrics.drawdowns().max() < DEEP) {
            findings.add(new Finding(
                    Kind.DEEP_DRAWDOWN,
                    "Equity fell by " + Sentence.percent(-metrics.drawdowns().max())
                            + " from its peak, more than most bear before they stop: use smaller orders."));
        }
        if (curve.size() >= LEAST_DAYS && !benchmarks.isEmpty()) {
            holding(metrics, benchmarks.get(0), findings);
        }
    }

    private static void flat(Metrics metrics, HeldTime.Idle idle, List<Finding> findings) {
        double share =
                (double) idle.lengthMs() / Math.max(1, metrics.period().length().toMillis());
        if (share > LONG_IDLE) {
            findings.add(new Finding(
                    Kind.FLAT_CURVE,
                    "No position was held for " + Sentence.length(idle.lengthMs()) + " from "
                            + Sentence.date(idle.fromMs()) + " on, " + Sentence.percent(share)
                            + " of the run: look at what kept the strategy out."));
        } else if (metrics.trades().exposure() < LITTLE_EXPOSURE) {
            findings.add(new Finding(
                    Kind.FLAT_CURVE,
                    "A position was held in only "
                            + Sentence.percent(metrics.trades().exposure())
                            + " of the bars: figures per year rest on little time in the market."));
        }
    }

    private static void oneMonth(Metrics metrics, DailyCurve curve, List<Finding> findings) {
        if (metrics.netProfit() <= 0) {
            return;
        }
        YearMonth bestMonth = null;
        double best = 0;
        int months = 0;
        int i = 0;
        while (i < curve.size()) {
            YearMonth month = month(curve, i);
            double profit = 0;
            while (i < curve.size() && month(curve, i).equals(month)) {
                profit += curve.profit(i++);
            }
            months++;
            if (profit > best) {
                best = profit;
                bestMonth = month;
            }
        }
        if (bestMonth != null && months >= LEAST_MONTHS && best >= metrics.netProfit()) {
            findings.add(new Finding(
                    Kind.ONE_MONTH,
                    bestMonth + " alone brought " + Sentence.money(best, metrics) + ", the whole profit is "
                            + Sentence.money(metrics.netProfit(), metrics)
                            + ": test without that month, and over other years."));
        }
    }

    private static YearMonth month(DailyCurve curve, int i) {
        return YearMonth.from(Instant.ofEpochMilli(curve.timeMs(i) - 1).atOffset(ZoneOffset.UTC));
    }

    private static void holding(Metrics metrics, Benchmark benchmark, List<Finding> findings) {
        double run = metrics.returns().netReturn();
        double runDrawdown = benchmark.run().maxDrawdown();
        if (benchmark.totalReturn() > run && benchmark.maxDrawdown() > runDrawdown) {
            findings.add(new Finding(
                    Kind.WORSE_THAN_HOLDING,
                    "Buy and hold of " + benchmark.name() + " returned " + Sentence.percent(benchmark.totalReturn())
                            + " with a drawdown of " + Sentence.percent(-benchmark.maxDrawdown()) + ", the run "
                            + Sentence.percent(run) + " with " + Sentence.percent(-runDrawdown)
                            + ": it adds risk without a return for it."));
        }
    }
}
