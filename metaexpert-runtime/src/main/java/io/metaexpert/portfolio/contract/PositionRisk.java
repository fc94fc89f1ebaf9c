package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a position costs and where it ends, to be shown before the order.
 *
 * @param initialMargin bound by the position, in settlement currency
 * @param maintenanceMargin at the entry price
 * @param liquidation mark prices at which it is liquidated
 * @param bankruptcy prices at which its collateral is gone
 */
public record PositionRisk(
        BigDecimal initialMargin, BigDecimal maintenanceMargin, SafePrices liquidation, SafePrices bankruptcy) {

    /** A position with margin of its own, at a leverage; nothing was added to its margin. */
    public static PositionRisk isolated(MarginLeg leg, BigDecimal leverage) {
        return of(leg, leverage, leg.math().initialMargin(leg.signedQuantity(), leg.entryPrice(), leverage));
    }

    /**
     * A position that shares the account's margin.
     *
     * @param collateral see {@link Liquidation}
     */
    public static PositionRisk cross(MarginLeg leg, BigDecimal leverage, BigDecimal collateral) {
        return of(leg, leverage, collateral);
    }

    private static PositionRisk of(MarginLeg leg, BigDecimal leverage, BigDecimal collateral) {
        return new PositionRisk(
                leg.math().initialMargin(leg.signedQuantity(), leg.entryPrice(), leverage),
                leg.maintenance(leg.entryPrice()),
                Liquidation.prices(collateral, List.of(leg)),
                Liquidation.bankruptcy(collateral, List.of(leg), BigDecimal.ZERO));
    }
}
