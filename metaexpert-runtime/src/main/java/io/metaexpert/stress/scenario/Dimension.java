package io.metaexpert.stress.scenario;

/** What is drawn for a scenario; the order decides which coordinate of a point it is. */
enum Dimension {
    SEVERITY,
    TRADER,
    LENGTH,
    CONTRACT,
    LEAN,
    FACTOR,
    REBOUND,
    LEVERAGE,
    SYMBOLS,
    MODE,
    PARTIAL,
    RESTART,
    RESTART_AT,
    DOWN_TIME,
    BLIND,
    LOST,
    LATENCY,
    CALM_VOLATILITY,
    START,
    EVENT_AT,
    JUMP_SHARE,
    DEPTH,
    SECOND,
    SPLIT,
    NOISE;

    /** The coordinate of a point. */
    double of(double[] point) {
        return point[ordinal()];
    }
}
