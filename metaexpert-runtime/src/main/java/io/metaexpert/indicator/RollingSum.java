package io.metaexpert.indicator;

/**
 * The sum of the last {@code period} values. It is kept as an unevaluated sum of two doubles (Knuth's exact TwoSum), so that
 * adding and taking away values for years leaves no drift, and a window of zeros sums to zero.
 */
final class RollingSum {
    private final double[] window;
    private int position;
    private int count;
    private double high;
    private double low;

    RollingSum(int period) {
        window = new double[period];
    }

    void add(double x) {
        double old = window[position];
        window[position] = x;
        position++;
        if (position == window.length) {
            position = 0;
        }
        plus(x);
        if (count == window.length) {
            plus(-old);
        } else {
            count++;
        }
    }

    private void plus(double x) {
        double sum = high + x;
        double part = sum - high;
        low += (high - (sum - part)) + (x - part);
        high = sum;
    }

    double sum() {
        return high + low;
    }

    /** How many values are in the window. */
    int count() {
        return count;
    }

    double mean() {
        return sum() / count;
    }
}
