package io.metaexpert.stress.scenario;

/**
 * How severe events are. Fixed before any limit was tuned, and never by what passes; where each figure comes from is told in
 * docs/developer/stress-calibration.md. Majors are BTC and ETH, all others are alts, as in {@link io.metaexpert.risk.StressGap}. Moves are
 * fractions of the price, down; a rise has the same size.
 */
public final class Ranges {
    /**
     * A jump that cannot be traded through, of a major. The worst minute of BTC/USD in 2018 is -7.3 % (Bitfinex 2018-02-24 06:36); of the 104
     * hours of 2022-2026 in which BTC or ETH fell by more than 5 % (Binance), the worst is -16.5 % (ETH 2024-08-05 01:00).
     */
    public static final Range MAJOR_JUMP = new Range(0.02, 0.15);
    /** Of an alt: the worst five minutes of 18 alts in 2024 are -17.3 %; of 127 hours below -8 % all but two are within -26 %. */
    public static final Range ALT_JUMP = new Range(0.03, 0.30);
    /** Share of jumps beyond these: 1 of 104 hours of the majors, 2 of 127 of the alts, as if no price of the hour could be traded. */
    public static final double BEYOND = 0.015;
    /** How far beyond: the worst hour of a major on record here, ETH 2024-08-05. */
    public static final Range MAJOR_BEYOND = new Range(0.15, 0.17);
    /** How far beyond: the worst hour of an alt, ADA 2025-10-10 21:00, -61.9 %. */
    public static final Range ALT_BEYOND = new Range(0.30, 0.62);

    /** A fall that is traded through, of a major: up to BTC on 2020-03-12, -44.4 %, ETH -48.0 %. */
    public static final Range MAJOR_SLIDE = new Range(0.04, 0.48);
    /** Of an alt: up to ADA on 2025-10-10, -66.4 %. */
    public static final Range ALT_SLIDE = new Range(0.06, 0.66);
    /** What a slide is where something else is the event: of the slide above. */
    public static final double ASIDE = 0.4;

    /** Seconds of a flash crash until its low: 2025-10-10 took about 15 minutes in BTC, single-venue crashes seconds. */
    public static final Range FLASH_SECONDS = new Range(20, 900);
    /** Seconds of what slides: 2021-05-19 and 2025-10-10 had their worst in 10 to 60 minutes. */
    public static final Range SLIDE_SECONDS = new Range(300, 3_600);
    /** Seconds of a cascade: from the 40 minutes of 2025-10-10 to the hours of 2020-03-12. */
    public static final Range CASCADE_SECONDS = new Range(600, 7_200);
    /** Legs of a cascade: 2020-03-12 had two large ones, each of several. */
    public static final Range LEGS = new Range(3, 6);
    /** Seconds without a sight of the market: from a lost connection to a part of the 45 minutes for which BitMEX was down on 2020-03-13. */
    public static final Range BLIND_SECONDS = new Range(5, 1_020);
    /** Seconds until a process runs again. */
    public static final Range DOWN_SECONDS = new Range(2, 300);

    /** Usual depth by which what is left is divided: 90 % and more went on 2025-10-10, to where books looked empty. */
    public static final Range DEPTH = new Range(0.01, 0.3);
    /** Times the usual fee. */
    public static final Range FEE = new Range(5, 30);
    /** Times the usual standard deviation: 2020-03-12 and 13 had 8.1 times that of the month before, 2021-05-19 2.3 times (BTC, 4h). */
    public static final Range VOLATILITY = new Range(3, 10);
    /** Times the usual spread: from single basis points to percents on 2025-10-10. */
    public static final Range SPREAD = new Range(10, 100);

    /** Annual standard deviation of calm days: BTC in 2023 0.44, ADA in 2021 1.29. */
    public static final Range CALM_VOLATILITY = new Range(0.3, 1.2);
    /** Usual spread of a major, as a fraction. */
    public static final double MAJOR_SPREAD = 0.0002;
    /** Of an alt. */
    public static final double ALT_SPREAD = 0.0006;
    /** Usual depth of a quote where orders fill in parts, in units of the capital. */
    public static final Range USUAL_DEPTH = new Range(0.3, 5);
    /** Median milliseconds until a request arrives. */
    public static final Range LATENCY_MS = new Range(20, 500);
    /** Leverage that the account is set to, of futures. */
    public static final Range LEVERAGE = new Range(3, 10);

    private Ranges() {}

    /** The jump below which a share of all draws is, of a major or an alt. */
    public static double jump(double share, boolean major) {
        double within = 1 - BEYOND;
        if (share < within) {
            return (major ? MAJOR_JUMP : ALT_JUMP).at(share / within);
        }
        return (major ? MAJOR_BEYOND : ALT_BEYOND).at((share - within) / BEYOND);
    }

    /** The slide below which a share of all draws is. */
    public static double slide(double share, boolean major) {
        return (major ? MAJOR_SLIDE : ALT_SLIDE).at(share);
    }
}
