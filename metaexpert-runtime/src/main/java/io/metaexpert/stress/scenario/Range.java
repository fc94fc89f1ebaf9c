package io.metaexpert.stress.scenario;

/**
 * What a parameter is drawn from: evenly by its logarithm, as what is twice as bad is about half as frequent.
 *
 * @param low above 0
 * @param high above {@code low}
 */
public record Range(double low, double high) {
    /** The value below which a share of all draws is. */
    public double at(double share) {
        return low * Math.pow(high / low, share);
    }

    /** Whether a value can be drawn; a little is left for rounding. */
    public boolean contains(double value) {
        return value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12);
    }
}
