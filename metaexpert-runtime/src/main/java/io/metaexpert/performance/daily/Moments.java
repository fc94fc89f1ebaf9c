package io.metaexpert.performance.daily;

import static io.metaexpert.performance.MetricsCalculator.finite;

/** Mean, deviation and the like of a part of a column; NaN where there are too few values. */
final class Moments {
    private Moments() {}

    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return finite(sum / (to - from));
    }

    /** The sample standard deviation (n - 1). */
    static double deviation(double[] values, int from, int to) {
        return finite(Math.sqrt(covariance(values, values, from, to)));
    }

    /** The sample covariance (n - 1). */
    static double covariance(double[] x, double[] y, int from, int to) {
        double meanX = mean(x, from, to);
        double meanY = mean(y, from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        int n = to - from;
        return n < 2 ? Double.NaN : sum / (n - 1);
    }
}
