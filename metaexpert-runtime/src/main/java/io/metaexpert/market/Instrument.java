package io.metaexpert.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What can be traded, with its rules. An increment or minimum of zero means that there is none.
 *
 * @param contract what kind of thing it is, with its size and terms
 * @param priceIncrement the step of prices
 * @param quantityIncrement the step of quantities, in the unit of {@link #quantityUnit}
 * @param minNotional the least value of an order, in quote currency
 * @param makerFee fee of a resting order as a fraction of the notional (0.001 = 0.1 %)
 * @param takerFee fee of an order that takes liquidity, likewise
 */
public record Instrument(
        InstrumentId id,
        Contract contract,
        String baseCurrency,
        String quoteCurrency,
        BigDecimal priceIncrement,
        BigDecimal quantityIncrement,
        BigDecimal minNotional,
        BigDecimal makerFee,
        BigDecimal takerFee) {

    /**
     * Spot or a perpetual.
     *
     * @param contractSize as {@link Contract#size}
     * @throws IllegalArgumentException for an option, which needs its terms
     */
    public Instrument(
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
        this(
                id,
                Contract.of(contractType, contractSize),
                baseCurrency,
                quoteCurrency,
                priceIncrement,
                quantityIncrement,
                minNotional,
                makerFee,
                takerFee);
    }

    public ContractType contractType() {
        return contract.type();
    }

    /** Base currency per contract; quote currency per contract when inverse; 1 for spot. */
    public BigDecimal contractSize() {
        return contract.size();
    }

    /** When it is settled; empty for spot and perpetuals. */
    public Optional<Instant> expiry() {
        return contract.expiry();
    }

    /** What quantities of orders, fills and positions count. */
    public QuantityUnit quantityUnit() {
        return contract.quantityUnit();
    }

    /** The currency in which profit and fees are booked. */
    public String settlementCurrency() {
        // No pattern switch: its first use costs some milliseconds of every start, as its code is made at run time.
        boolean coin = contract instanceof Contract.Inverse
                || (contract instanceof Contract.Option option && option.settlement() == OptionSettlement.COIN);
        return coin ? baseCurrency : quoteCurrency;
    }

    /**
     * How many contracts a quantity is, as exchanges count them; exact.
     *
     * @throws ArithmeticException when no finite decimal is exact, as for thirds
     */
    public BigDecimal contracts(Quantity quantity) {
        return quantityUnit() == QuantityUnit.CONTRACTS
                ? quantity.value()
                : quantity.value().divide(contractSize()).stripTrailingZeros();
    }

    /** The quantity that is {@code contracts} contracts; exact. */
    public Quantity ofContracts(BigDecimal contracts) {
        return new Quantity(quantityUnit() == QuantityUnit.CONTRACTS ? contracts : contracts.multiply(contractSize()));
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
