package io.metaexpert.performance;

import java.time.Instant;

/** Computes the figures of a run; their formulas are with {@link Metrics}. */
public final class MetricsCalculator {
    private static final double YEAR_MS = 365.25 * 86_400_000.0;

    private MetricsCalculator() {}

    /** All figures. A curve without a point gives the start capital and no period. */
    public static Metrics compute(MetricsInput input) {
        EquityCurve curve = input.equity();
        var days = DailyReturns.of(curve);
        var path = EquityPath.of(curve, input.startCapital(), input.fromMs());
        var trades = TradeStatistics.of(input);
        double annualReturn = days.annualReturn();
        return new Metrics(
                new Metrics.Period(
                        Instant.ofEpochMilli(input.fromMs()),
                        Instant.ofEpochMilli(endMs(input)),
                        curve.size(),
                        days.days(),
                        days.daysPerYear()),
                returns(input, path.peak(), annualReturn),
                risk(days, annualReturn, path.max()),
                path.drawdowns(),
                trades.all(),
                trades.longs(),
                trades.shorts(),
                new Metrics.Costs(
                        input.fills(),
                        input.notional(),
                        ratio(input.notional(), path.mean()),
                        input.fees(),
                        input.slippage()));
    }

    private static Metrics.Returns returns(MetricsInput input, double peak, double annualReturn) {
        EquityCurve curve = input.equity();
        double start = input.startCapital();
        double end = curve.size() == 0 ? start : curve.equity(curve.size() - 1);
        double lengthMs = endMs(input) - input.fromMs();
        double cagr = lengthMs < 86_400_000.0 ? Double.NaN : Math.pow(end / start, YEAR_MS / lengthMs) - 1;
        return new Metrics.Returns(
                start,
                end,
                peak,
                end - start,
                ratio(end - start, start),
                ratio(input.lastPrice() - input.firstPrice(), input.firstPrice()),
                finite(cagr),
                annualReturn);
    }

    private static Metrics.Risk risk(DailyReturns days, double annualReturn, double maxDrawdown) {
        double volatility = days.volatility();
        return new Metrics.Risk(
                volatility,
                ratio(annualReturn, volatility),
                ratio(annualReturn, days.downsideDeviation()),
                ratio(annualReturn, -maxDrawdown),
                days.omega());
    }

    private static long endMs(MetricsInput input) {
        EquityCurve curve = input.equity();
        return curve.size() == 0 ? input.fromMs() : curve.timeMs(curve.size() - 1);
    }

    /** A quotient, NaN where it has no finite value. */
    public static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : finite(numerator / denominator);
    }

    /** The value, NaN when it is infinite. */
    public static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
