package io.metaexpert.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Peak, mean and drawdowns of a curve, gathered in one pass. */
final class EquityPath {
    private double peak;
    private long peakMs;
    private double sum;
    private int size;
    private int underWater;

    private boolean inDrawdown;
    private double low;
    private long lowMs;

    private long count;
    private double depthSum;
    private long lengthSum;
    private long longest;

    private double max;
    private double maxMoney;
    private long maxStartMs;
    private long maxLowMs;
    private long maxEndMs;
    private boolean maxRecovered;

    private EquityPath(double startCapital, long fromMs) {
        peak = startCapital;
        peakMs = fromMs;
    }

    static EquityPath of(EquityCurve curve, double startCapital, long fromMs) {
        var path = new EquityPath(startCapital, fromMs);
        for (int i = 0; i < curve.size(); i++) {
            path.add(curve.timeMs(i), curve.equity(i));
        }
        if (path.inDrawdown) {
            path.end(curve.timeMs(curve.size() - 1), false);
        }
        return path;
    }

    private void add(long timeMs, double equity) {
        size++;
        sum += equity;
        if (equity >= peak) {
            if (inDrawdown) {
                end(timeMs, true);
            }
            peak = equity;
            peakMs = timeMs;
            return;
        }
        underWater++;
        if (!inDrawdown || equity < low) {
            inDrawdown = true;
            low = equity;
            lowMs = timeMs;
        }
    }

    private void end(long timeMs, boolean recovered) {
        double depth = low / peak - 1;
        long length = timeMs - peakMs;
        count++;
        depthSum += depth;
        lengthSum += length;
        longest = Math.max(longest, length);
        if (depth < max) {
            max = depth;
            maxMoney = low - peak;
            maxStartMs = peakMs;
            maxLowMs = lowMs;
            maxEndMs = timeMs;
            maxRecovered = recovered;
        }
        inDrawdown = false;
    }

    double peak() {
        return peak;
    }

    /** The deepest drawdown as a fraction, 0 or negative. */
    double max() {
        return max;
    }

    double mean() {
        return sum / size;
    }

    Metrics.Drawdowns drawdowns() {
        return new Metrics.Drawdowns(
                max,
                count == 0 ? 0 : depthSum / count,
                count,
                Duration.ofMillis(longest),
                Duration.ofMillis(count == 0 ? 0 : lengthSum / count),
                MetricsCalculator.ratio(underWater, size),
                count == 0 ? Optional.empty() : Optional.of(deepest()));
    }

    private Metrics.Deepest deepest() {
        return new Metrics.Deepest(
                maxMoney,
                Instant.ofEpochMilli(maxStartMs),
                Instant.ofEpochMilli(maxLowMs),
                Instant.ofEpochMilli(maxEndMs),
                maxRecovered);
    }
}
