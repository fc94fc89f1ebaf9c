package io.metaexpert.report;

import io.metaexpert.performance.EquityCurve;

/** The points of an equity curve that a report shows, with their drawdowns; chosen once for all of its files. */
final class EquityPoints {
    private final EquityCurve curve;
    private final int[] indices;
    private final double[] drawdowns;

    private EquityPoints(EquityCurve curve, int[] indices, double[] drawdowns) {
        this.curve = curve;
        this.indices = indices;
        this.drawdowns = drawdowns;
    }

    /** At most {@code max} points, as {@link Decimation} chooses them. */
    static EquityPoints of(EquityCurve curve, double startEquity, int max) {
        int[] indices = Decimation.equity(curve, startEquity, max);
        return new EquityPoints(curve, indices, drawdowns(curve, startEquity, indices));
    }

    private static double[] drawdowns(EquityCurve curve, double startEquity, int[] points) {
        double[] drawdowns = new double[points.length];
        double peak = startEquity;
        int k = 0;
        for (int i = 0; k < points.length; i++) {
            peak = Math.max(peak, curve.equity(i));
            if (i == points[k]) {
                drawdowns[k++] = curve.equity(i) / peak - 1;
            }
        }
        return drawdowns;
    }

    int size() {
        return indices.length;
    }

    long timeMs(int k) {
        return curve.timeMs(indices[k]);
    }

    double equity(int k) {
        return curve.equity(indices[k]);
    }

    /** Against the highest equity of all bars before; 0 or negative. */
    double drawdown(int k) {
        return drawdowns[k];
    }
}
