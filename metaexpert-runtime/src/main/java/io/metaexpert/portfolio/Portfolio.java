package io.metaexpert.portfolio;

import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is owned, at the prices of an instant; immutable. What was booked is exact, what rests on a price is an estimate. Amounts are in
 * {@code currency}. At any time, but for the rounding of estimates,
 *
 * <pre>
 * equity = Σ balances + Σ {@linkplain OpenPosition#value() value} of the positions
 * equity = start + realizedProfit + funding + {@link #unrealizedProfit()}
 * </pre>
 *
 * @param currency of the account
 * @param positions that are not flat; in hedge mode a long and a short of one instrument are two
 * @param equity balances plus unrealized profit
 * @param realizedProfit of closed quantity, less all fees, with what an insurance fund paid; funding apart
 * @param fees paid so far
 * @param funding received less paid so far
 */
public record Portfolio(
        String currency,
        Instant time,
        List<OpenPosition> positions,
        List<Balance> balances,
        double equity,
        BigDecimal realizedProfit,
        BigDecimal fees,
        BigDecimal funding) {
    public Portfolio {
        positions = List.copyOf(positions);
        balances = List.copyOf(balances);
    }

    /** The positions in a symbol; two at most. */
    public List<OpenPosition> positions(String symbol) {
        return positions.stream()
                .filter(position -> position.instrument().symbol().equals(symbol))
                .toList();
    }

    /** The LONG or the SHORT positions. */
    public List<OpenPosition> positions(PositionSide side) {
        return positions.stream().filter(position -> position.side() == side).toList();
    }

    /** The LONG or the SHORT position in a symbol; empty when there is none. */
    public Optional<OpenPosition> position(String symbol, PositionSide side) {
        return positions(symbol).stream()
                .filter(position -> position.side() == side)
                .findFirst();
    }

    /** Notional of all positions, longs and shorts added up. */
    public double grossExposure() {
        return positions.stream().mapToDouble(OpenPosition::notional).sum();
    }

    /** Notional of the longs less that of the shorts. */
    public double netExposure() {
        return positions.stream().mapToDouble(OpenPosition::exposure).sum();
    }

    /** Gross exposure by equity, 2 = twice the equity; infinite when there is exposure and no equity left. */
    public double grossLeverage() {
        return byEquity(grossExposure());
    }

    /** Net exposure by equity; negative when short. */
    public double netLeverage() {
        return byEquity(netExposure());
    }

    public double unrealizedProfit() {
        return positions.stream().mapToDouble(OpenPosition::unrealizedProfit).sum();
    }

    /** Bound by futures positions. */
    public BigDecimal usedMargin() {
        return positions.stream().map(OpenPosition::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Equity that is neither bound as margin nor paid for spot and options; never negative. */
    public double freeMargin() {
        double paid = positions.stream()
                .filter(OpenPosition::isPaidFor)
                .mapToDouble(OpenPosition::value)
                .sum();
        return Math.max(0, equity - paid - usedMargin().doubleValue());
    }

    /** What all futures positions need to be kept. */
    public double maintenanceMargin() {
        return positions.stream().mapToDouble(OpenPosition::maintenanceMargin).sum();
    }

    /**
     * Maintenance margin by equity: 0 without futures positions; in cross margin all is lost at 1; infinite when no equity is left. With
     * isolated margin a position can be lost at any ratio, see its liquidation price.
     */
    public double marginRatio() {
        return byEquity(maintenanceMargin());
    }

    private double byEquity(double amount) {
        return amount == 0 ? 0 : equity > 0 ? amount / equity : Math.copySign(Double.POSITIVE_INFINITY, amount);
    }
}
