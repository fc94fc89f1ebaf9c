package io.metaexpert.market;

/** What one unit of quantity is worth, and in what it is settled. */
public enum ContractType {
    /** The asset itself, paid in quote currency. No short, no leverage. */
    SPOT,
    /** A future or perpetual settled in quote currency. */
    LINEAR,
    /** A future or perpetual settled in base currency. */
    INVERSE,
    /** A European call or put, settled in cash at expiry. */
    OPTION
}
