package io.metaexpert.protection;

/** Why a stop is where it is. */
public enum StopReason {
    /** By the distance from the entry, or as given with the order. */
    STOP_LOSS("stop-loss"),
    /** Behind the best price. */
    TRAILING("trailing stop"),
    /** At the entry and the fees of both sides. */
    BREAKEVEN("breakeven");

    private final String text;

    StopReason(String text) {
        this.text = text;
    }

    /** As orders and reports say it. */
    public String text() {
        return text;
    }
}
