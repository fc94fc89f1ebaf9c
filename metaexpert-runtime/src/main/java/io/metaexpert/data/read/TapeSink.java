package io.metaexpert.data.read;

import io.metaexpert.market.book.DepthUpdates;
import java.io.IOException;

/** Receives the messages of a recording in the order in which they were received. Times are the venue's own. */
public interface TapeSink {
    /** In place of a time or id that the message does not hold. */
    long NONE = Long.MIN_VALUE;

    /**
     * A message came; what it holds follows in one of the other calls.
     *
     * @param receivedNs when, by the clock of who recorded it, in nanoseconds since the epoch
     * @param symbol as the exchange writes it; empty when the message does not say
     */
    void received(RowPlace at, long receivedNs, String symbol);

    /**
     * A trade.
     *
     * @param id numbered without holes; {@link #NONE} when not known
     * @param side 1 when the buyer took, -1 when the seller took
     */
    void trade(RowPlace at, long id, long timeMs, double price, double amount, long side) throws IOException;

    /** Best bid and ask after a change; a side that is empty is NaN. */
    void quote(RowPlace at, long timeMs, double bid, double bidSize, double ask, double askSize) throws IOException;

    /**
     * A depth update or snapshot.
     *
     * @param update holds this one alone, and is used again for the next
     */
    void depth(RowPlace at, long timeMs, DepthUpdates update) throws IOException;

    /** A message that is of no use here. */
    void leftOut();
}
