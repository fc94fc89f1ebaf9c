package io.metaexpert.simulate;

/** What prices within a bar are made from. */
public enum FillModel {
    /** The four prices of a bar, whose order is not known: an {@link Assumption} says what came first. */
    BARS,
    /**
     * A path through the four prices: open, the extreme that is nearer to it, the other extreme, close. When both are equally near, the
     * assumption decides: neutral by a coin of the seed, else the one that is worse or better for the position.
     */
    OHLC_PATH,
    /** Trades and the best bid and ask as they were recorded. Limits wait until what stood before them at their price has traded. */
    TICKS,
    /** Trades and the depth as they were recorded: what takes eats through the levels, limits know what stands before them. */
    BOOK;

    /** Whether fills come from what was recorded between bars. */
    boolean isOfTicks() {
        return this == TICKS || this == BOOK;
    }
}
