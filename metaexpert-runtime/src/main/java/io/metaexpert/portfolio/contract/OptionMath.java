package io.metaexpert.portfolio.contract;

import io.metaexpert.market.Contract;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * European options settled in cash. Quantities are in base currency; prices are premiums per base in settlement currency, so that value and
 * profit are those of a linear contract.
 */
public record OptionMath(Contract.Option terms) implements ContractMath {

    @Override
    public BigDecimal value(BigDecimal signedQuantity, BigDecimal premium) {
        return signedQuantity.multiply(premium);
    }

    @Override
    public double value(double signedQuantity, double premium) {
        return signedQuantity * premium;
    }

    @Override
    public BigDecimal profit(BigDecimal signedQuantity, BigDecimal entry, BigDecimal exit) {
        return LinearMath.INSTANCE.profit(signedQuantity, entry, exit);
    }

    @Override
    public BigDecimal notional(BigDecimal quantity, BigDecimal premium) {
        return LinearMath.INSTANCE.notional(quantity, premium);
    }

    @Override
    public BigDecimal averageEntry(BigDecimal quantity, BigDecimal price, BigDecimal added, BigDecimal addedPrice) {
        return LinearMath.INSTANCE.averageEntry(quantity, price, added, addedPrice);
    }

    @Override
    public BigDecimal funding(BigDecimal signedQuantity, BigDecimal mark, BigDecimal rate) {
        throw new UnsupportedOperationException("options pay no funding");
    }

    private boolean isCoin() {
        return terms.settlement() == OptionSettlement.COIN;
    }

    /** What exercise at {@code underlying} would win per base, in quote currency: max(±(underlying − strike), 0). */
    public BigDecimal intrinsic(BigDecimal underlying) {
        BigDecimal gain = underlying.subtract(terms.strike());
        return (terms.kind() == OptionKind.CALL ? gain : gain.negate()).max(BigDecimal.ZERO);
    }

    /**
     * The change of cash at expiry: what a long receives and a short pays, in settlement currency. Paid in coin it is intrinsic ÷
     * settlement price, rounded down. Source: Deribit "Options" (examples 1 to 4), Bybit "Option Fees Explained" (delivery).
     *
     * @param settlementPrice of the underlying
     */
    public BigDecimal exercise(BigDecimal signedQuantity, BigDecimal settlementPrice) {
        BigDecimal gain = signedQuantity.multiply(intrinsic(settlementPrice));
        return isCoin() ? gain.divide(settlementPrice, SCALE, RoundingMode.FLOOR) : gain;
    }

    /** The value of the underlying, in settlement currency: quantity × price, or the quantity itself when paid in coin. */
    public BigDecimal underlyingNotional(BigDecimal quantity, BigDecimal underlying) {
        return isCoin() ? quantity.abs() : quantity.abs().multiply(underlying);
    }

    /**
     * The fee of a trade or of an exercise: a share of the underlying's value, but no more than a share of the premium (of the exercise
     * value): min(rate × index, cap × price) × quantity. Source: Bybit "Option Fees Explained" (0.02 % and 0.03 %, cap 7 %; exercise 0.015
     * %).
     *
     * @param price premium or exercise value per base, in settlement currency
     * @param cap as a fraction of {@code price}
     */
    public BigDecimal cappedFee(
            BigDecimal quantity, BigDecimal underlying, BigDecimal price, BigDecimal rate, BigDecimal cap) {
        BigDecimal ofUnderlying = underlyingNotional(quantity, underlying).multiply(rate);
        return ofUnderlying.min(quantity.abs().multiply(price).multiply(cap));
    }

    /**
     * Margin to open a short, in settlement currency; a long needs none beyond its premium. With prices as fractions of the underlying:
     * (max(15 % − out of the money, 10 %) + mark) × quantity, for a put not less than {@link #shortMaintenanceMargin}. Source: Deribit's margin
     * rules for BTC and ETH options as of 2020 to 2024 (shown by TSLab "Deribit Margin Requirements Calculation"), and the same in quote
     * currency, bit.com "Margin rules for USDT margined options". OKX differs for puts; Binance and Bybit have tables of their own.
     *
     * @param mark premium per base in settlement currency
     */
    public BigDecimal shortInitialMargin(BigDecimal signedQuantity, BigDecimal underlying, BigDecimal mark) {
        if (signedQuantity.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal unit = isCoin() ? BigDecimal.ONE : underlying;
        BigDecimal outOfTheMoney = outOfTheMoney(underlying);
        BigDecimal open = unit.multiply(OPEN)
                .subtract(outOfTheMoney)
                .max(unit.multiply(OPEN_LEAST))
                .add(mark)
                .multiply(signedQuantity.abs());
        return terms.kind() == OptionKind.CALL
                ? open
                : open.max(shortMaintenanceMargin(signedQuantity, underlying, mark));
    }

    /** Margin to keep a short: (7.5 % + mark) × quantity, for a put max(7.5 %, 7.5 % × mark) + mark. Sources as above. */
    public BigDecimal shortMaintenanceMargin(BigDecimal signedQuantity, BigDecimal underlying, BigDecimal mark) {
        if (signedQuantity.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal share = (isCoin() ? BigDecimal.ONE : underlying).multiply(KEEP);
        BigDecimal base = terms.kind() == OptionKind.CALL ? share : share.max(mark.multiply(KEEP));
        return base.add(mark).multiply(signedQuantity.abs());
    }

    private BigDecimal outOfTheMoney(BigDecimal underlying) {
        BigDecimal distance = terms.strike().subtract(underlying);
        BigDecimal out = (terms.kind() == OptionKind.CALL ? distance : distance.negate()).max(BigDecimal.ZERO);
        return isCoin() ? out.divide(underlying, SCALE, RoundingMode.FLOOR) : out;
    }

    private static final BigDecimal OPEN = new BigDecimal("0.15");
    private static final BigDecimal OPEN_LEAST = new BigDecimal("0.1");
    private static final BigDecimal KEEP = new BigDecimal("0.075");
}
