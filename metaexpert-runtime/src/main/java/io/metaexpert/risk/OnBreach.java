package io.metaexpert.risk;

/** What becomes of open positions when a loss limit is reached. Entries that wait are canceled either way. */
public enum OnBreach {
    /** Closed at the market. */
    FLATTEN,
    /** Kept, with their stops. */
    HOLD_WITH_STOPS
}
