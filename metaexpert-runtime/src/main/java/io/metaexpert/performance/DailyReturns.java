package io.metaexpert.performance;

/**
 * Sums over the daily returns of a curve, gathered in one pass over its days.
 *
 * @param days UTC days with a point
 * @param logSum sum of the logarithms of growth factors; NaN once equity was not positive
 * @param variance sample variance; NaN below two returns
 * @param gains sum of the positive returns
 * @param losses sum of the negative returns, without sign
 * @param downside mean of the squares of the negative returns, positive ones counting as zero
 */
record DailyReturns(
        int days, int daysPerYear, double logSum, double variance, double gains, double losses, double downside) {
    static DailyReturns of(EquityCurve curve) {
        int[] ends = DayEnds.of(curve.size(), curve::timeMs);
        int days = ends.length;
        double[] last = new double[days];
        int weekend = 0;
        for (int i = 0; i < days; i++) {
            last[i] = curve.equity(ends[i]);
            weekend += isWeekend(DayEnds.dayOf(curve.timeMs(ends[i]))) ? 1 : 0;
        }
        boolean everyDay = days < 7 || weekend > days * (2.0 / 7 * 0.6);
        return sums(last, days, everyDay ? 365 : 252);
    }

    /** Day 0 of the epoch was a Thursday. */
    private static boolean isWeekend(long epochDay) {
        return Math.floorMod(epochDay + 3, 7) >= 5;
    }

    private static DailyReturns sums(double[] equity, int days, int daysPerYear) {
        double logSum = 0;
        double sum = 0;
        double gains = 0;
        double losses = 0;
        double squares = 0;
        int n = days - 1;
        for (int i = 1; i < days; i++) {
            double factor = equity[i] / equity[i - 1];
            logSum += Math.log(factor);
            double r = factor - 1;
            sum += r;
            if (r > 0) {
                gains += r;
            } else {
                losses -= r;
                squares += r * r;
            }
        }
        double mean = sum / n;
        double deviations = 0;
        for (int i = 1; i < days; i++) {
            double d = equity[i] / equity[i - 1] - 1 - mean;
            deviations += d * d;
        }
        return new DailyReturns(
                days,
                daysPerYear,
                n < 1 ? Double.NaN : logSum,
                n < 2 ? Double.NaN : deviations / (n - 1),
                gains,
                losses,
                n < 1 ? Double.NaN : squares / n);
    }

    private double logMean() {
        return logSum / (days - 1);
    }

    double annualReturn() {
        return MetricsCalculator.finite(Math.expm1(logMean() * daysPerYear));
    }

    double volatility() {
        double growth = Math.exp(2 * logMean());
        double squared = Math.pow(variance + growth, daysPerYear) - Math.pow(growth, daysPerYear);
        return MetricsCalculator.finite(Math.sqrt(Math.max(0, squared)));
    }

    double downsideDeviation() {
        return Math.sqrt(downside) * Math.sqrt(daysPerYear);
    }

    double omega() {
        return MetricsCalculator.ratio(gains, losses);
    }
}
