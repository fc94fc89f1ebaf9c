package io.metaexpert.market;

import java.time.Instant;
import java.util.List;

/**
 * Depth at an instant, best level first on both sides.
 *
 * @param timeMs the venue's time, epoch milliseconds UTC
 */
public record OrderBook(InstrumentId instrument, long timeMs, List<Level> bids, List<Level> asks) {
    /** A price and the base quantity offered at it. */
    public record Level(double price, double size) {}

    public OrderBook {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    public Instant time() {
        return Instant.ofEpochMilli(timeMs);
    }
}
