package io.metaexpert.simulate;

/** Which of two orders that one bar touches came first. */
public enum Assumption {
    /** The better for us: a target before a stop, an exit in the bar of the entry. */
    OPTIMISTIC,
    /** The one that a path through the bar meets first, see {@link FillModel#OHLC_PATH}. */
    NEUTRAL,
    /** The worse for us: a stop before a target, also in the bar of the entry. */
    PESSIMISTIC
}
