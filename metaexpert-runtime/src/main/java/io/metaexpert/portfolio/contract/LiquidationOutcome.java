package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;

/**
 * What a liquidation leaves: {@code collateral + profit = returned + insurance}, exactly.
 *
 * @param profit of the position, negative as a rule
 * @param fee the liquidation fee taken, part of {@code insurance}
 * @param returned what remains of the collateral; never negative
 * @param insurance what the insurance fund gets; negative when it pays for a close beyond the bankruptcy price
 */
public record LiquidationOutcome(BigDecimal profit, BigDecimal fee, BigDecimal returned, BigDecimal insurance) {
    /**
     * A liquidation at {@code price}: the fee is taken from what is left, and what is missing is paid by the insurance fund. Source: Binance
     * "Liquidation Protocols" (liquidation clearance fee to the insurance fund, the rest is the trader's).
     *
     * @param feeRate of the notional at {@code price}
     */
    public static LiquidationOutcome at(BigDecimal price, MarginLeg leg, BigDecimal collateral, BigDecimal feeRate) {
        BigDecimal profit = leg.unrealized(price);
        BigDecimal left = collateral.add(profit);
        BigDecimal fee =
                leg.math().fee(leg.signedQuantity(), price, feeRate).min(left).max(BigDecimal.ZERO);
        BigDecimal returned = left.subtract(fee).max(BigDecimal.ZERO);
        return new LiquidationOutcome(profit, fee, returned, left.subtract(returned));
    }
}
