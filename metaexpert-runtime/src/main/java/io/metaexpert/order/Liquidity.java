package io.metaexpert.order;

/** Whether a fill waited in the book or took from it. */
public enum Liquidity {
    MAKER,
    TAKER
}
