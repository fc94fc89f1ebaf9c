package io.metaexpert.data.read;

import java.io.IOException;

/** Receives the rows of a file in their order. A number that is not one arrives as NaN, a time that is not one is refused before. */
public interface RowSink {
    /**
     * A bar.
     *
     * @param at where the row is, for messages
     */
    void bar(RowPlace at, long timeMs, double open, double high, double low, double close, double volume)
            throws IOException;

    /**
     * A trade.
     *
     * @param side 1 when the buyer took, -1 when the seller took, 0 when not known
     */
    void trade(RowPlace at, long timeMs, double price, double amount, long side) throws IOException;

    /** Receives the messages when the file is a recording. */
    TapeSink tape();
}
