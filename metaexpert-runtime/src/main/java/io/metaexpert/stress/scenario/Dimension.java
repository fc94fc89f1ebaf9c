package io.metaexpert.stress.scenario;

/** What is drawn for a scenario; each is a coordinate of a point. */
enum Dimension {
    SEVERITY(0),
    TRADER(1),
    LENGTH(2),
    CONTRACT(3),
    LEAN(4),
    FACTOR(5),
    REBOUND(6),
    LEVERAGE(7),
    SYMBOLS(8),
    MODE(9),
    PARTIAL(10),
    RESTART(11),
    RESTART_AT(12),
    DOWN_TIME(13),
    BLIND(14),
    LOST(15),
    LATENCY(16),
    CALM_VOLATILITY(17),
    START(18),
    EVENT_AT(19),
    JUMP_SHARE(20),
    DEPTH(21),
    SECOND(22),
    SPLIT(23),
    NOISE(24);

    private final int index;

    Dimension(int index) {
        this.index = index;
    }

    /** The coordinate of a point. */
    double of(double[] point) {
        return point[index];
    }
}
