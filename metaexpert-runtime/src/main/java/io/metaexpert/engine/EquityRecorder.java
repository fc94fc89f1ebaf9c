package io.metaexpert.engine;

import io.metaexpert.performance.EquityCurve;
import java.util.Arrays;

/** Equity after every step, in growing arrays. */
final class EquityRecorder {
    private long[] timeMs;
    private double[] equity;
    private int size;

    EquityRecorder(int capacity) {
        timeMs = new long[capacity];
        equity = new double[capacity];
    }

    void add(long time, double value) {
        int i = size;
        if (i == timeMs.length) {
            grow();
        }
        timeMs[i] = time;
        equity[i] = value;
        size = i + 1;
    }

    private void grow() {
        int capacity = Math.max(64, size + (size >> 1));
        timeMs = Arrays.copyOf(timeMs, capacity);
        equity = Arrays.copyOf(equity, capacity);
    }

    EquityCurve curve() {
        return new EquityCurve(timeMs, equity, size);
    }
}
