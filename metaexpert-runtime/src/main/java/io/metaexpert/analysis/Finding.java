package io.metaexpert.analysis;

/**
 * Something that looks wrong with a run. It is a doubt, not a proof: a run without findings may still be worthless.
 *
 * @param text one sentence with its figures, and what to do
 */
public record Finding(Kind kind, String text) {

    /** What looks wrong; the thresholds are documented in docs/concepts/run-and-report.md. */
    public enum Kind {
        SYNTHETIC_DATA,
        DATA_GAPS,
        STALE_FILLS,
        THIN_VOLUME,
        FEW_ROUND_TRIPS,
        OPEN_AT_END,
        ONE_ROUND_TRIP,
        NO_LOSSES,
        RARE_LARGE_LOSSES,
        FLAT_CURVE,
        ONE_MONTH,
        DEEP_DRAWDOWN,
        WORSE_THAN_HOLDING,
        COSTS_EAT_PROFIT,
        NO_FEES,
        MORE_REFUSED_THAN_FILLED
    }
}
