package io.metaexpert.data.read;

import java.util.Arrays;

/** Prices and sizes of one side of one message, used again for the next one. */
final class RecordedLevels {
    private double[] values = new double[64];
    private int count;

    void clear() {
        count = 0;
    }

    void add(double price, double size) {
        if (values.length < 2 * count + 2) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[2 * count] = price;
        values[2 * count + 1] = size;
        count++;
    }

    int count() {
        return count;
    }

    double price(int i) {
        return values[2 * i];
    }

    double size(int i) {
        return values[2 * i + 1];
    }
}
