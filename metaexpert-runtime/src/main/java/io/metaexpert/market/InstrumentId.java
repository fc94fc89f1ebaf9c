package io.metaexpert.market;

/**
 * Where and what: a venue and a symbol on it.
 *
 * @param venue the exchange's name in the configuration, such as {@code binance}
 * @param symbol base and quote, such as {@code BTC/USDT}
 */
public record InstrumentId(String venue, String symbol) {
    @Override
    public String toString() {
        return symbol + "@" + venue;
    }
}
