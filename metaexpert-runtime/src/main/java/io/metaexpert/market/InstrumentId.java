package io.metaexpert.market;

/**
 * Where and what: a venue and a symbol on it.
 *
 * @param venue the exchange's name in the configuration, such as {@code binance}
 * @param symbol base and quote, such as {@code BTC/USDT}
 */
public record InstrumentId(String venue, String symbol) {
    /** Written out, as {@link #hashCode}: those of a record are made at run time, which takes milliseconds of a start. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof InstrumentId id && id.symbol.equals(symbol) && id.venue.equals(venue));
    }

    @Override
    public int hashCode() {
        return 31 * venue.hashCode() + symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol + "@" + venue;
    }
}
