package io.metaexpert.performance.daily;

import java.util.Arrays;

/** The median of all values so far; a sorted column, as there is one value a day. */
final class RunningMedian {
    private double[] sorted = new double[64];
    private int size;

    void add(double value) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, size * 2);
        }
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }

    int size() {
        return size;
    }

    /** The mean of the middle two when their number is even. */
    double median() {
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }
}
