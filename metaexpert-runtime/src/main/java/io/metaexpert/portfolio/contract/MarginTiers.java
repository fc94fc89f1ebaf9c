package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maintenance margin by the size of a position: notional × rate − amount, with rate and amount of the tier that the notional is in.
 *
 * <p>The amount makes the margin continuous: floor × (rate − rate of the tier below) + amount of the tier below. Source: Binance "How to
 * Calculate Liquidation Price of COIN-M Futures Contracts" (maintenance amount formula), Bybit "Maintenance Margin" (deduction). Notionals
 * are in settlement currency. Above the last cap the last tier goes on, for positions that the price made so large; orders stop there.
 */
public record MarginTiers(List<Tier> tiers) {
    /**
     * One tier: from {@code floor} (excluded) to {@code cap} (included).
     *
     * @param rate maintenance margin rate
     * @param amount maintenance amount, also called deduction
     */
    public record Tier(BigDecimal floor, BigDecimal cap, BigDecimal maxLeverage, BigDecimal rate, BigDecimal amount) {}

    public MarginTiers {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().floor().signum() != 0) {
            throw new IllegalArgumentException("margin tiers must start at 0");
        }
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            boolean joins = i == 0 || tiers.get(i - 1).cap().compareTo(tier.floor()) == 0;
            boolean rises = i == 0 || tiers.get(i - 1).rate().compareTo(tier.rate()) <= 0;
            if (!joins || !rises || tier.cap().compareTo(tier.floor()) <= 0) {
                throw new IllegalArgumentException("margin tiers must join and rise, was " + tier);
            }
            if (tier.rate().signum() < 0 || tier.rate().compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("maintenance rate must be from 0 to below 1, was " + tier.rate());
            }
        }
    }

    /** A tier without its floor and amount, which follow. */
    public record Step(BigDecimal cap, BigDecimal maxLeverage, BigDecimal rate) {}

    /** Tiers whose amounts make the margin continuous. */
    public static MarginTiers of(List<Step> steps) {
        List<Tier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        BigDecimal rate = steps.isEmpty() ? BigDecimal.ZERO : steps.getFirst().rate();
        BigDecimal amount = BigDecimal.ZERO;
        for (Step step : steps) {
            amount = amount.add(floor.multiply(step.rate().subtract(rate)));
            rate = step.rate();
            tiers.add(new Tier(floor, step.cap(), step.maxLeverage(), rate, amount));
            floor = step.cap();
        }
        return new MarginTiers(tiers);
    }

    /** One tier without end. */
    public static MarginTiers flat(BigDecimal rate) {
        return of(List.of(new Step(new BigDecimal("1E+30"), new BigDecimal(1000), rate)));
    }

    /** The tier of a notional; the last one above all caps. */
    public Tier tier(BigDecimal notional) {
        for (Tier tier : tiers) {
            if (notional.compareTo(tier.cap()) <= 0) {
                return tier;
            }
        }
        return tiers.getLast();
    }

    /** Maintenance margin of a notional. */
    public BigDecimal maintenance(BigDecimal notional) {
        Tier tier = tier(notional);
        return notional.multiply(tier.rate()).subtract(tier.amount());
    }

    /** The highest leverage at which a position of this notional may be opened; empty when it is above all caps. */
    public Optional<BigDecimal> maxLeverage(BigDecimal notional) {
        return notional.compareTo(tiers.getLast().cap()) > 0
                ? Optional.empty()
                : Optional.of(tier(notional).maxLeverage());
    }

    /** The largest notional that may be opened at a leverage; zero when the leverage is above that of the first tier. */
    public BigDecimal maxNotional(BigDecimal leverage) {
        BigDecimal most = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            if (tier.maxLeverage().compareTo(leverage) >= 0) {
                most = tier.cap();
            }
        }
        return most;
    }
}
