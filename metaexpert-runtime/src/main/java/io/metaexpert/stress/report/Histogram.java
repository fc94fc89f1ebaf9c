package io.metaexpert.stress.report;

import java.util.Arrays;

/** How often which share of a loss limit was used up: twenty steps of a tenth, and one for all above 2. */
final class Histogram {
    static final int STEPS = 21;
    private static final double WIDTH = 0.1;

    private final int[] counts = new int[STEPS];

    void add(double use) {
        int step = (int) Math.floor(Math.max(0, use) / WIDTH + 1e-9);
        counts[Math.min(STEPS - 1, step)]++;
    }

    int[] counts() {
        return counts.clone();
    }

    int most() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
