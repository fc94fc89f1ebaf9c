package io.metaexpert.performance.daily;

import static io.metaexpert.performance.MetricsCalculator.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes figures of rolling windows; their formulas are with {@link Rolling}. */
public final class RollingCalculator {
    private static final int[] WINDOWS = {30, 90};

    private RollingCalculator() {}

    /** Windows of 30 and of 90 days. */
    public static List<Rolling> of(DailyCurve curve, int daysPerYear) {
        double[] returns = curve.returns();
        double year = Math.sqrt(daysPerYear);
        List<Rolling> all = new ArrayList<>();
        for (int days : WINDOWS) {
            all.add(window(curve, returns, days, year));
        }
        return all;
    }

    private static Rolling window(DailyCurve curve, double[] returns, int days, double year) {
        int windows = returns.length - days + 1;
        if (windows < 1) {
            String missing =
                    "a window of " + days + " days needs " + (days + 1) + " days with bars, there are " + curve.size();
            return new Rolling(days, Optional.empty(), List.of(), missing);
        }
        List<Rolling.Point> points = new ArrayList<>();
        Thinning thinning = new Thinning(windows);
        Rolling.Point worst = point(curve, returns, days, year, 0);
        Rolling.Point best = worst;
        int profitable = 0;
        double deepest = 0;
        for (int i = 0; i < windows; i++) {
            Rolling.Point point = point(curve, returns, days, year, i);
            worst = point.totalReturn() < worst.totalReturn() ? point : worst;
            best = point.totalReturn() > best.totalReturn() ? point : best;
            profitable += point.totalReturn() > 0 ? 1 : 0;
            deepest = Math.min(deepest, point.maxDrawdown());
            if (thinning.keeps(i)) {
                points.add(point);
            }
        }
        var summary = new Rolling.Summary(windows, ratio(profitable, windows), worst, best, deepest);
        return new Rolling(days, Optional.of(summary), points, "");
    }

    /** The window whose first return is {@code from}, the one of day {@code from + 1}. */
    private static Rolling.Point point(DailyCurve curve, double[] returns, int days, double year, int from) {
        int to = from + days;
        double deviation = Moments.deviation(returns, from, to);
        return new Rolling.Point(
                curve.timeMs(to),
                ratio(curve.equity(to), curve.equity(from)) - 1,
                deviation * year,
                ratio(Moments.mean(returns, from, to), deviation) * year,
                drawdown(curve, from, to));
    }

    private static double drawdown(DailyCurve curve, int from, int to) {
        double peak = curve.equity(from);
        double deepest = 0;
        for (int i = from + 1; i <= to; i++) {
            peak = Math.max(peak, curve.equity(i));
            deepest = Math.min(deepest, curve.equity(i) / peak - 1);
        }
        return deepest;
    }
}
