package io.metaexpert.market;

/** In what an option is quoted and paid. */
public enum OptionSettlement {
    /** Prices and payments in quote currency (Binance: USDT; Bybit: USDT or USDC). */
    LINEAR,
    /** Prices and payments in base currency (OKX, Deribit): a price of 0.05 is 0.05 BTC per BTC. */
    COIN
}
