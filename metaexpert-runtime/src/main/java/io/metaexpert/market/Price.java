package io.metaexpert.market;

import java.math.BigDecimal;

/** An exact price in quote currency per unit of base; positive. */
public record Price(BigDecimal value) implements Comparable<Price> {
    public Price {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("price must be positive, was " + value.toPlainString());
        }
        value = value.stripTrailingZeros();
    }

    /** A price from its decimal text, such as {@code 65000.5}. */
    public static Price of(String text) {
        return new Price(new BigDecimal(text));
    }

    /** The nearest double, for estimates. */
    public double toDouble() {
        return Decimals.toDouble(value);
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
