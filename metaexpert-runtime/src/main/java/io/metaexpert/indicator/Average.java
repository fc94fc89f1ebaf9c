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

    static Average exponential(int period, Seed seed) {
        return new Average(2.0 / (period + 1), seed == Seed.MEAN ? period : 1);
    }

    static Average wilder(int period, Seed seed) {
        return new Average(1.0 / period, seed == Seed.MEAN ? period : 1);
    }

    double add(double x) {
        if (count >= seedLength) {
            value += weight * (x - value);
        } else {
            count++;
            value = count == 1 ? x : value + (x - value) / count;
        }
        return value;
    }

    double value() {
        return value;
    }
}
