package io.metaexpert.market;

import java.math.BigDecimal;

/** An exact, signed amount of a currency. */
public record Money(BigDecimal amount, String currency) {
    public Money {
        amount = amount.stripTrailingZeros();
    }

    /** An amount from its decimal text, such as {@code 1000} and {@code USDT}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public double toDouble() {
        return Decimals.toDouble(amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
