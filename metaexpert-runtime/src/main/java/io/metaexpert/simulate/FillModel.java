package io.metaexpert.simulate;

/** What prices within a bar are made from. */
public enum FillModel {
    /** The four prices of a bar, whose order is not known: an {@link Assumption} says what came first. */
    BARS,
    /**
     * A path through the four prices: open, the extreme that is nearer to it, the other extreme, close. When both are equally near, the
     * assumption decides: neutral by a coin of the seed, else the one that is worse or better for the position.
     */
    OHLC_PATH
}
