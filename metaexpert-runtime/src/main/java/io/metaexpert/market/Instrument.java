package io.metaexpert.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What can be traded, with its rules. An increment or minimum of zero means that there is none.
 *
 * @param priceIncrement the step of prices
 * @param quantityIncrement the step of quantities, in base currency
 * @param minNotional the least value of an order, in quote currency
 * @param contractSize base currency per contract; 1 for spot
 * @param makerFee fee of a resting order as a fraction of the notional (0.001 = 0.1 %)
 * @param takerFee fee of an order that takes liquidity, likewise
 */
public record Instrument(
        InstrumentId id,
        ContractType contractType,
        String baseCurrency,
        String quoteCurrency,
        BigDecimal priceIncrement,
        BigDecimal quantityIncrement,
        BigDecimal minNotional,
        BigDecimal contractSize,
        BigDecimal makerFee,
        BigDecimal takerFee) {

    /** The currency in which profit and fees are booked. */
    public String settlementCurrency() {
        return contractType == ContractType.INVERSE ? baseCurrency : quoteCurrency;
    }

    /**
     * The valid price nearest to an estimate.
     *
     * @throws IllegalArgumentException when the estimate is not a positive finite number
     */
    public Price price(double estimate) {
        return price(estimate, RoundingMode.HALF_EVEN);
    }

    /** The valid price next to an estimate, rounded as told. */
    public Price price(double estimate, RoundingMode rounding) {
        if (!Double.isFinite(estimate) || estimate <= 0) {
            throw new IllegalArgumentException("price must be a positive number, was " + estimate);
        }
        return new Price(toIncrement(Decimals.of(estimate), priceIncrement, rounding));
    }

    /**
     * The largest valid quantity that does not exceed an estimate, so that an order never asks for more than was meant.
     *
     * @throws IllegalArgumentException when the estimate is negative or not finite
     */
    public Quantity quantity(double estimate) {
        if (!Double.isFinite(estimate) || estimate < 0) {
            throw new IllegalArgumentException("quantity must be a number of at least 0, was " + estimate);
        }
        return quantity(Decimals.of(estimate));
    }

    /** The largest valid quantity that does not exceed {@code wanted}. */
    public Quantity quantity(BigDecimal wanted) {
        return new Quantity(toIncrement(wanted, quantityIncrement, RoundingMode.DOWN));
    }

    private static BigDecimal toIncrement(BigDecimal value, BigDecimal increment, RoundingMode rounding) {
        if (increment.signum() == 0) {
            return value;
        }
        return value.divide(increment, 0, rounding).multiply(increment);
    }
}
