package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Futures settled in base currency. Quantities are contracts of {@code size} quote currency each.
 *
 * <p>A long of N quote currency is a debt of N paid in coin: its value is −N ÷ price, so that profit = N × (1 ÷ entry − 1 ÷ exit), and the
 * average entry is harmonic, Σ contracts ÷ Σ(contracts ÷ price). Source: Bybit "P&amp;L calculations (Inverse Contracts)". All amounts are in
 * base currency.
 */
public record InverseMath(BigDecimal size) implements ContractMath {

    @Override
    public BigDecimal value(BigDecimal signedQuantity, BigDecimal price) {
        return signedQuantity.negate().multiply(size).divide(price, SCALE, RoundingMode.FLOOR);
    }

    @Override
    public double value(double signedQuantity, double price) {
        return -signedQuantity * size.doubleValue() / price;
    }

    @Override
    public BigDecimal profit(BigDecimal signedQuantity, BigDecimal entry, BigDecimal exit) {
        return signedQuantity
                .multiply(size)
                .multiply(exit.subtract(entry))
                .divide(entry.multiply(exit), SCALE, RoundingMode.FLOOR);
    }

    @Override
    public BigDecimal notional(BigDecimal quantity, BigDecimal price) {
        return quantity.abs().multiply(size).divide(price, SCALE, RoundingMode.CEILING);
    }

    @Override
    public BigDecimal fee(BigDecimal quantity, BigDecimal price, BigDecimal rate) {
        return quantity.abs().multiply(size).multiply(rate).divide(price, SCALE, RoundingMode.CEILING);
    }

    @Override
    public BigDecimal averageEntry(BigDecimal quantity, BigDecimal price, BigDecimal added, BigDecimal addedPrice) {
        BigDecimal crossed = quantity.multiply(addedPrice).add(added.multiply(price));
        return quantity.add(added).multiply(price).multiply(addedPrice).divide(crossed, MathContext.DECIMAL128);
    }

    @Override
    public BigDecimal funding(BigDecimal signedQuantity, BigDecimal mark, BigDecimal rate) {
        return signedQuantity.multiply(size).multiply(rate).negate().divide(mark, SCALE, RoundingMode.FLOOR);
    }
}
