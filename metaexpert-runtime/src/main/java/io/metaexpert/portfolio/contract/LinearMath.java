package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Spot, and futures settled in quote currency; exact. Quantities are in base currency.
 *
 * <p>Profit = quantity × (exit − entry); average entry = Σ(quantity × price) ÷ Σ quantity. Source: Bybit "P&amp;L calculations (USDT
 * Contract)".
 */
public record LinearMath() implements ContractMath {
    static final LinearMath INSTANCE = new LinearMath();

    @Override
    public BigDecimal value(BigDecimal signedQuantity, BigDecimal price) {
        return signedQuantity.multiply(price);
    }

    @Override
    public double value(double signedQuantity, double price) {
        return signedQuantity * price;
    }

    @Override
    public BigDecimal profit(BigDecimal signedQuantity, BigDecimal entry, BigDecimal exit) {
        return signedQuantity.multiply(exit.subtract(entry));
    }

    @Override
    public BigDecimal notional(BigDecimal quantity, BigDecimal price) {
        return quantity.abs().multiply(price);
    }

    @Override
    public BigDecimal averageEntry(BigDecimal quantity, BigDecimal price, BigDecimal added, BigDecimal addedPrice) {
        return quantity.multiply(price)
                .add(added.multiply(addedPrice))
                .divide(quantity.add(added), MathContext.DECIMAL128);
    }

    @Override
    public BigDecimal funding(BigDecimal signedQuantity, BigDecimal mark, BigDecimal rate) {
        return signedQuantity.multiply(mark).multiply(rate).negate();
    }
}
