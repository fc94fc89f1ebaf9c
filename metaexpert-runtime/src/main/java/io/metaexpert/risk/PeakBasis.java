package io.metaexpert.risk;

/** What the peak of the drawdown is taken from. */
public enum PeakBasis {
    /** Equity, open profit included. */
    EQUITY,
    /** Equity at instants at which nothing is held, so that an open profit that was never taken does not raise it. */
    CLOSED
}
