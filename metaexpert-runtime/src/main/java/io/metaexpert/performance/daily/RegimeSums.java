package io.metaexpert.performance.daily;

import static io.metaexpert.performance.MetricsCalculator.ratio;

/** Sums over the days of one regime. */
final class RegimeSums {
    private int days;
    private double profit;
    private double factor = 1;
    private double marketFactor = 1;
    private long heldMs;
    private long totalMs;

    void add(double dayProfit, double dayFactor, double dayMarketFactor, long dayHeldMs, long dayMs) {
        days++;
        profit += dayProfit;
        factor *= dayFactor;
        marketFactor *= dayMarketFactor;
        heldMs += dayHeldMs;
        totalMs += dayMs;
    }

    RegimeSplit.Part part(Regime regime) {
        return new RegimeSplit.Part(
                regime,
                days,
                profit,
                days == 0 ? Double.NaN : factor - 1,
                days == 0 ? Double.NaN : marketFactor - 1,
                ratio((double) heldMs, (double) totalMs));
    }
}
