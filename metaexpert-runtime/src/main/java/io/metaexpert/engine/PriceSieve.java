package io.metaexpert.engine;

/**
 * Keeps single wrong ticks out: a price that is not a positive number never counts, one that is more than a tenth away from the one before only
 * when the next is near it.
 */
final class PriceSieve {
    private static final double FAR = 0.1;

    private double last = Double.NaN;
    private double suspect = Double.NaN;

    boolean passes(double price) {
        if (!(price > 0) || Double.isInfinite(price)) {
            return false;
        }
        if (Double.isNaN(last) || isNear(price, last) || isNear(price, suspect)) {
            last = price;
            suspect = Double.NaN;
            return true;
        }
        suspect = price;
        return false;
    }

    private static boolean isNear(double price, double other) {
        return Math.abs(price - other) <= FAR * other;
    }
}
