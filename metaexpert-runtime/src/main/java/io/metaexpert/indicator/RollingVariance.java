package io.metaexpert.indicator;

/**
 * Mean and population variance of the last {@code period} values, in constant time a value.
 *
 * <p>It sums the distances from a value that is at most one period old, and their squares. Such a distance is of the size of
 * the deviation itself, so nothing cancels, however large the price is; and once a period everything is summed afresh.
 */
final class RollingVariance {
    private final double[] window;
    private int position;
    private int count;
    private double origin;
    private double sum;
    private double sumLow;
    private double squares;
    private double squaresLow;

    RollingVariance(int period) {
        window = new double[period];
    }

    void add(double x) {
        double old = window[position];
        window[position] = x;
        if (count == 0) {
            origin = x;
        }
        plus(x - origin, 1);
        if (count == window.length) {
            plus(old - origin, -1);
        } else {
            count++;
        }
        position++;
        if (position == window.length) {
            position = 0;
            moveOrigin(x);
        }
    }

    /** Adds a distance and its square, or takes them away, with the rounding errors kept apart (TwoSum). */
    private void plus(double distance, double sign) {
        double x = sign * distance;
        double total = sum + x;
        double part = total - sum;
        sumLow += (sum - (total - part)) + (x - part);
        sum = total;

        double y = x * distance;
        double totalSquares = squares + y;
        double partSquares = totalSquares - squares;
        squaresLow += (squares - (totalSquares - partSquares)) + (y - partSquares);
        squares = totalSquares;
    }

    private void moveOrigin(double newOrigin) {
        origin = newOrigin;
        sum = 0;
        sumLow = 0;
        squares = 0;
        squaresLow = 0;
        for (double x : window) {
            plus(x - newOrigin, 1);
        }
    }

    double mean() {
        return origin + (sum + sumLow) / count;
    }

    double standardDeviation() {
        double distance = sum + sumLow;
        double variance = (squares + squaresLow - distance * distance / count) / count;
        return variance > 0 ? Math.sqrt(variance) : 0;
    }
}
