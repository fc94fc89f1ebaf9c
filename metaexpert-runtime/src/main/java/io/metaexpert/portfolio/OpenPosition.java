package io.metaexpert.portfolio;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position that is not flat, at the prices of an instant; immutable. Amounts are in account currency, which for inverse contracts is the base
 * currency.
 *
 * @param markPrice the last traded price
 * @param notional what it is worth at that price, unsigned; of an option its premium
 * @param unrealizedProfit if it were closed at that price without fee, an estimate
 * @param margin bound by it: notional at entry by leverage; zero for spot and options
 * @param maintenanceMargin needed to keep it at that price, an estimate; zero for spot and options
 * @param liquidationPrice at which it is lost if nothing else changes; empty for spot and options and where no price reaches it
 */
public record OpenPosition(
        Position position,
        double markPrice,
        double notional,
        double unrealizedProfit,
        BigDecimal margin,
        double maintenanceMargin,
        Optional<BigDecimal> liquidationPrice) {

    public InstrumentId instrument() {
        return position.instrument();
    }

    /** LONG or SHORT. */
    public PositionSide side() {
        return position.side();
    }

    public Quantity quantity() {
        return position.quantity();
    }

    /** The notional, negative when short. */
    public double exposure() {
        return position.isShort() ? -notional : notional;
    }

    /** What it adds to the equity beside the balances: its worth for spot and options, which were paid for; its unrealized profit for futures. */
    public double value() {
        return isPaidFor() ? exposure() : unrealizedProfit;
    }

    /** Whether it was paid for in full, as spot and options are, and no margin is bound. */
    public boolean isPaidFor() {
        ContractType type = position.contract().type();
        return type == ContractType.SPOT || type == ContractType.OPTION;
    }
}
