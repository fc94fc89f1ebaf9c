package io.metaexpert.market;

import java.time.Instant;

/**
 * One closed bar. Prices are estimates (doubles) in quote currency, the volume is in base currency.
 *
 * @param openTimeMs the start of the period, epoch milliseconds UTC
 */
public record Bar(
        InstrumentId instrument,
        Timeframe timeframe,
        long openTimeMs,
        double open,
        double high,
        double low,
        double close,
        double volume) {

    /** The start of the period. */
    public Instant openTime() {
        return Instant.ofEpochMilli(openTimeMs);
    }

    /** The end of the period: the instant from which this bar may be known. */
    public Instant closeTime() {
        return Instant.ofEpochMilli(timeframe.closeMs(openTimeMs));
    }
}
