package io.metaexpert.config;

import java.math.BigDecimal;

/**
 * The fees that the exchanges publish for accounts without volume or tokens, as of 2025. They change: who knows the own
 * tier sets {@code backtest.fees}.
 */
final class BaseFees {
    /** As fractions of the value of a fill. */
    record Fees(BigDecimal maker, BigDecimal taker) {
        private static Fees of(String maker, String taker) {
            return new Fees(new BigDecimal(maker), new BigDecimal(taker));
        }
    }

    private BaseFees() {}

    static Fees of(MetaExpertConfig.Exchange.Name exchange, MetaExpertConfig.Market.Type market) {
        boolean spot = market == MetaExpertConfig.Market.Type.SPOT;
        return switch (exchange) {
            case BINANCE -> spot ? Fees.of("0.001", "0.001") : Fees.of("0.0002", "0.0005");
            case BYBIT -> spot ? Fees.of("0.001", "0.001") : Fees.of("0.0002", "0.00055");
            case OKX -> spot ? Fees.of("0.0008", "0.001") : Fees.of("0.0002", "0.0005");
            case BITGET, KUCOIN -> spot ? Fees.of("0.001", "0.001") : Fees.of("0.0002", "0.0006");
        };
    }
}
