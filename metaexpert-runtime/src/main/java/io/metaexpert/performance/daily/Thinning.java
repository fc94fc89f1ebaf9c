package io.metaexpert.performance.daily;

/** Chooses every n-th of many points, the last one always, so that a report of ten years is not all points. */
final class Thinning {
    /** A year of days is shown whole. */
    static final int MAX_POINTS = 400;

    private final int last;
    private final int stride;

    Thinning(int size) {
        last = size - 1;
        stride = Math.max(1, (size + MAX_POINTS - 1) / MAX_POINTS);
    }

    boolean keeps(int i) {
        return (last - i) % stride == 0;
    }
}
