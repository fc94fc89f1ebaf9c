package io.metaexpert.portfolio;

import io.metaexpert.market.Contract;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is held of one instrument at an instant; immutable.
 *
 * @param contract its terms, by which profit is computed
 * @param averageEntryPrice zero when flat
 * @param realizedProfit of this instrument since the start, after fees, in settlement currency
 */
public record Position(
        InstrumentId instrument,
        Contract contract,
        PositionSide side,
        Quantity quantity,
        BigDecimal averageEntryPrice,
        BigDecimal realizedProfit) {

    /** Nothing held, and nothing earned yet. */
    public static Position flat(InstrumentId instrument, Contract contract) {
        return new Position(instrument, contract, PositionSide.FLAT, Quantity.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public boolean isFlat() {
        return side == PositionSide.FLAT;
    }

    public boolean isLong() {
        return side == PositionSide.LONG;
    }

    public boolean isShort() {
        return side == PositionSide.SHORT;
    }

    /** Profit or loss if the position were closed at {@code price} without fee, in settlement currency. */
    public double unrealizedProfit(double price) {
        double sign = isShort() ? -1 : 1;
        return isFlat()
                ? 0
                : ContractMath.of(contract).profit(sign * quantity.toDouble(), averageEntryPrice.doubleValue(), price);
    }

    @Override
    public String toString() {
        return isFlat()
                ? "flat " + instrument
                : side + " " + quantity + " " + instrument + " at "
                        + averageEntryPrice
                                .setScale(Math.min(8, averageEntryPrice.scale()), RoundingMode.HALF_EVEN)
                                .toPlainString();
    }
}
