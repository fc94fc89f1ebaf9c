package io.metaexpert.performance.daily;

/**
 * Tells regimes from daily closes. After each close two figures of the last {@value #DAYS} daily returns are known: their total, R, and
 * their sample deviation, S. Each is compared with the median of its own values so far, the newest included (of R without its sign):
 * {@code |R|} above its median is a trend, up or down by the sign of R, else the market went sideways; S above its median is volatile, else
 * calm. The day after gets that regime, so nothing of a day itself decides about it. The medians need {@value #DAYS} values of each first.
 */
final class RegimeRule {
    static final int DAYS = 20;

    private RegimeRule() {}

    /** The regime that is known after each close. */
    static Regime[] of(double[] closes) {
        int n = closes.length;
        double[] returns = new double[n];
        for (int i = 1; i < n; i++) {
            returns[i] = closes[i] / closes[i - 1] - 1;
        }
        Regime[] regimes = new Regime[n];
        var totals = new RunningMedian();
        var deviations = new RunningMedian();
        for (int i = 0; i < n; i++) {
            regimes[i] = i < DAYS ? Regime.UNKNOWN : regime(closes, returns, i, totals, deviations);
        }
        return regimes;
    }

    private static Regime regime(
            double[] closes, double[] returns, int i, RunningMedian totals, RunningMedian deviations) {
        double total = closes[i] / closes[i - DAYS] - 1;
        double deviation = Moments.deviation(returns, i - DAYS + 1, i + 1);
        totals.add(Math.abs(total));
        deviations.add(deviation);
        return totals.size() < DAYS
                ? Regime.UNKNOWN
                : Regime.of(Math.abs(total) > totals.median(), total, deviation > deviations.median());
    }
}
