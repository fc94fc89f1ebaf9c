package io.metaexpert.market;

import java.time.Instant;

/**
 * Best bid, best ask and last price at an instant. Prices are estimates in quote currency; NaN where the feed does not
 * know one.
 *
 * @param timeMs the venue's time, epoch milliseconds UTC
 */
public record Tick(
        InstrumentId instrument,
        long timeMs,
        double bid,
        double bidSize,
        double ask,
        double askSize,
        double last,
        double lastSize) {

    public Instant time() {
        return Instant.ofEpochMilli(timeMs);
    }

    /** Half way between bid and ask. */
    public double mid() {
        return (bid + ask) / 2;
    }
}
