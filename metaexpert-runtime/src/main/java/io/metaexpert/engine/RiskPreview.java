package io.metaexpert.engine;

import io.metaexpert.market.Contract;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.portfolio.contract.MarginLeg;
import io.metaexpert.portfolio.contract.PositionRisk;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What a position would bind and where it would be liquidated, before its order is sent. */
final class RiskPreview {
    private static final MathContext DOWN = new MathContext(16, RoundingMode.DOWN);

    private final EngineSettings settings;
    private final Ledger ledger;
    private final double equity;

    RiskPreview(EngineSettings settings, Ledger ledger, double equity) {
        this.settings = settings;
        this.ledger = ledger;
        this.equity = equity;
    }

    /** Empty where there is no liquidation, and where the size rounds down to nothing. */
    Optional<PositionRisk> of(Market market, PositionSide side, OrderSize size, double price) {
        Contract contract = market.instrument.contract();
        boolean future = contract instanceof Contract.Linear || contract instanceof Contract.Inverse;
        if (!future || side == PositionSide.FLAT) {
            return Optional.empty();
        }
        ContractMath math = ContractMath.of(contract);
        BigDecimal at = Decimals.of(price);
        BigDecimal quantity = market.instrument
                .quantity(quantity(market.instrument, math, size, at))
                .value();
        if (quantity.signum() == 0) {
            return Optional.empty();
        }
        MarginLeg leg = new MarginLeg(math, market.tiers, side == PositionSide.LONG ? quantity : quantity.negate(), at);
        return Optional.of(
                settings.cross()
                        ? PositionRisk.cross(leg, settings.leverage(), ledger.walletBalance())
                        : PositionRisk.isolated(leg, settings.leverage()));
    }

    private BigDecimal quantity(Instrument instrument, ContractMath math, OrderSize size, BigDecimal price) {
        BigDecimal unit = math.notional(BigDecimal.ONE, price);
        return switch (size) {
            case OrderSize.Base(var quantity) -> quantity.value();
            case OrderSize.Quote(var amount) ->
                amount.amount()
                        .divide(
                                instrument.contract() instanceof Contract.Inverse inverse ? inverse.size() : unit,
                                DOWN);
            case OrderSize.RiskShare risk ->
                throw new IllegalArgumentException("a size by risk is known only with its stop; ask with a quantity");
            case OrderSize.EquityShare(var fraction) -> {
                BigDecimal feeRate = instrument.takerFee();
                BigDecimal perNotional =
                        BigDecimal.ONE.divide(settings.leverage(), DOWN).add(feeRate);
                yield Decimals.of(Math.max(0, equity)).multiply(fraction).divide(unit.multiply(perNotional), DOWN);
            }
        };
    }
}
