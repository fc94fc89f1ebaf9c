package io.metaexpert.market;

/** What one unit of a {@link Quantity} of an instrument is. */
public enum QuantityUnit {
    /** Base currency: spot, linear contracts and options, whatever their contract size. */
    BASE,
    /** Contracts of a fixed value in quote currency: inverse contracts, whose amount of base currency moves with the price. */
    CONTRACTS
}
