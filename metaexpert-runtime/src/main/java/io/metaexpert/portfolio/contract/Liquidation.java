package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * At which mark prices positions are liquidated: where margin balance = maintenance margin. Usable before there is an order.
 *
 * <p>Let v be the price for linear and 1 ÷ price for inverse contracts, N the quantity (inverse: contracts × size), s the side (inverse:
 * reversed). Then for both
 *
 * <pre>margin balance − maintenance = collateral + Σ s·N·(v − v of entry) − Σ (N·v·rate − amount)</pre>
 *
 * which is linear in v inside a tier and concave over all, so it has one zero where it rises and one where it falls, at most. Solved tier by
 * tier, it is Binance's formula, including "recalculate with the level at the liquidation price", for both kinds and one-way and hedge mode.
 * Sources: Binance "How to Calculate Liquidation Price of USDⓈ-M Futures Contracts" and "… of COIN-M Futures Contracts"; the same as Bybit
 * "Liquidation Price Calculation under Isolated Mode (Unified Trading Account)" since 2026. Prices have 34 digits.
 *
 * <p>Collateral is, isolated: the position's own wallet balance (initial margin, plus what was added, less funding paid from it); cross: the
 * wallet balance, less maintenance margin and plus unrealized profit of the other instruments.
 */
public final class Liquidation {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private Liquidation() {}

    /**
     * Liquidation prices of the positions in one instrument that share collateral: one, or a long and a short in hedge mode.
     *
     * @throws IllegalArgumentException when linear and inverse positions are mixed
     */
    public static SafePrices prices(BigDecimal collateral, List<MarginLeg> legs) {
        if (legs.stream().map(leg -> leg.math().getClass()).distinct().count() > 1) {
            throw new IllegalArgumentException("legs must be of one instrument");
        }
        List<Line> lines = legs.stream()
                .filter(leg -> leg.signedQuantity().signum() != 0)
                .map(Line::of)
                .toList();
        TreeSet<BigDecimal> starts = new TreeSet<>(List.of(BigDecimal.ZERO));
        lines.forEach(line -> starts.addAll(line.floors()));
        Optional<BigDecimal> rising = Optional.empty();
        Optional<BigDecimal> falling = Optional.empty();
        for (BigDecimal start : starts) {
            BigDecimal end = starts.higher(start);
            Optional<Zero> zero = zero(collateral, lines, start)
                    .filter(found -> found.at().compareTo(start) > 0
                            && (end == null || found.at().compareTo(end) <= 0));
            if (zero.isPresent() && zero.get().rising()) {
                rising = Optional.of(zero.get().at());
            } else if (zero.isPresent()) {
                falling = zero.map(Zero::at);
            }
        }
        boolean inverse = !legs.isEmpty() && legs.getFirst().math() instanceof InverseMath;
        return inverse
                ? new SafePrices(falling.map(Liquidation::inverted), rising.map(Liquidation::inverted))
                : new SafePrices(rising, falling);
    }

    private record Zero(BigDecimal at, boolean rising) {}

    /** Where the margin balance is the maintenance margin, if the tiers right above {@code start} held for all v. */
    private static Optional<Zero> zero(BigDecimal collateral, List<Line> lines, BigDecimal start) {
        BigDecimal constant = collateral;
        BigDecimal slope = BigDecimal.ZERO;
        for (Line line : lines) {
            MarginTiers.Tier tier = line.tierAbove(start);
            constant = constant.subtract(line.signed().multiply(line.entry())).add(tier.amount());
            slope = slope.add(line.signed()).subtract(line.signed().abs().multiply(tier.rate()));
        }
        return slope.signum() == 0
                ? Optional.empty()
                : Optional.of(new Zero(constant.negate().divide(slope, DIGITS), slope.signum() > 0));
    }

    /** A position over v: s·N, v of its entry, and the v at which its tiers start. */
    private record Line(BigDecimal signed, BigDecimal entry, List<MarginTiers.Tier> tiers, List<BigDecimal> floors) {
        static Line of(MarginLeg leg) {
            boolean inverse = leg.math() instanceof InverseMath;
            BigDecimal signed = leg.math() instanceof InverseMath math
                    ? leg.signedQuantity().multiply(math.size()).negate()
                    : leg.signedQuantity();
            List<MarginTiers.Tier> tiers = leg.tiers().tiers();
            return new Line(
                    signed,
                    inverse ? inverted(leg.entryPrice()) : leg.entryPrice(),
                    tiers,
                    tiers.stream()
                            .map(tier -> tier.floor().divide(signed.abs(), DIGITS))
                            .toList());
        }

        MarginTiers.Tier tierAbove(BigDecimal start) {
            int found = tiers.size() - 1;
            while (found > 0 && floors.get(found).compareTo(start) > 0) {
                found--;
            }
            return tiers.get(found);
        }
    }

    private static BigDecimal inverted(BigDecimal value) {
        return BigDecimal.ONE.divide(value, DIGITS);
    }

    /**
     * Bankruptcy prices: where the collateral is used up after a closing fee. Source: Bybit "What is Bankruptcy Price (Inverse Contract)":
     * (1 + fee rate) × quantity ÷ (quantity ÷ entry + collateral) for a long.
     *
     * @param closingFeeRate 0 for the price at which the margin balance itself is zero
     */
    public static SafePrices bankruptcy(BigDecimal collateral, List<MarginLeg> legs, BigDecimal closingFeeRate) {
        MarginTiers fee = MarginTiers.flat(closingFeeRate);
        return prices(
                collateral,
                legs.stream()
                        .map(leg -> new MarginLeg(leg.math(), fee, leg.signedQuantity(), leg.entryPrice()))
                        .toList());
    }

    /**
     * Liquidation prices with the maintenance margin of the entry price, as Bybit shows them for isolated USDT contracts: entry ∓ (initial −
     * maintenance margin) ÷ quantity, and for inverse ones quantity ÷ (value ± (initial − maintenance margin)). Source: Bybit "Liquidation
     * Price (USDT Contract)" and "Liquidation Price Calculation under Isolated Mode" before 2026.
     */
    public static SafePrices atEntryMaintenance(BigDecimal collateral, MarginLeg leg) {
        return bankruptcy(collateral.subtract(leg.maintenance(leg.entryPrice())), List.of(leg), BigDecimal.ZERO);
    }

    /** Maintenance margin ÷ margin balance; liquidated at 1. Source: Binance "Margin ratio". Empty when there is no balance left. */
    public static Optional<BigDecimal> marginRatio(BigDecimal maintenance, BigDecimal marginBalance) {
        return marginBalance.signum() <= 0 ? Optional.empty() : Optional.of(maintenance.divide(marginBalance, DIGITS));
    }
}
