package io.metaexpert.indicator;

/**
 * An average that remembers everything: {@code average += weight * (x - average)}. With weight 2/(n+1) it is an EMA, with
 * 1/n Wilder's smoothing.
 */
final class Average {
    private final double weight;
    /** So many values are averaged plainly before the recursion begins. */
    private final int seedLength;

    private int count;
    private double value = Double.NaN;

    private Average(double weight, int seedLength) {
        this.weight = weight;
        this.seedLength = seedLength;
    }

    /** Begins with the first value. */
    static Average exponential(int period) {
        return new Average(2.0 / (period + 1), 1);
    }

    static Average wilder(int period, Seed seed) {
        return new Average(1.0 / period, seed == Seed.MEAN ? period : 1);
    }

    double add(double x) {
        double last = value;
        double now = count == seedLength ? last + weight * (x - last) : seed(x);
        value = now;
        return now;
    }

    private double seed(double x) {
        count++;
        return count == 1 ? x : value + (x - value) / count;
    }
}
