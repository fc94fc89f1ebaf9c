package io.metaexpert.engine;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.OpenPosition;
import io.metaexpert.portfolio.Portfolio;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.portfolio.contract.Liquidation;
import io.metaexpert.portfolio.contract.MarginLeg;
import io.metaexpert.portfolio.contract.SafePrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the portfolio of an instant from the books. Liquidation prices are those at which the simulated venue liquidates. Engine thread only. */
final class PortfolioView {
    private final EngineSettings settings;
    private final List<Market> markets;
    private final Books books;

    PortfolioView(EngineSettings settings, List<Market> markets, Books books) {
        this.settings = settings;
        this.markets = markets;
        this.books = books;
    }

    Portfolio at(Instant now) {
        Ledger ledger = books.ledger();
        Account account = books.account(now);
        BookedSums sums = books.sums();
        List<Held> held = held(ledger);
        List<OpenPosition> positions = new ArrayList<>(held.size());
        for (Held one : held) {
            positions.add(open(one, held, ledger.walletBalance()));
        }
        return new Portfolio(
                ledger.currency(),
                now,
                positions,
                account.balances(),
                account.equity(),
                ledger.realizedProfit().add(sums.insurance()),
                sums.fees(),
                sums.funding());
    }

    /** @param leg as margin sees it; null for spot and options */
    private record Held(
            Position position,
            double mark,
            ContractMath math,
            BigDecimal margin,
            @Nullable MarginLeg leg) {
        BigDecimal maintenance() {
            return leg == null ? BigDecimal.ZERO : leg.maintenance(Decimals.of(mark));
        }

        BigDecimal unrealized() {
            return leg == null ? BigDecimal.ZERO : leg.unrealized(Decimals.of(mark));
        }

        boolean isWith(Held other) {
            return position.instrument().equals(other.position.instrument());
        }
    }

    private List<Held> held(Ledger ledger) {
        List<Held> held = new ArrayList<>();
        for (Position position : ledger.positions()) {
            Market market = market(position.instrument());
            ContractMath math = ContractMath.of(position.contract());
            ContractType type = position.contract().type();
            boolean hasMargin = type == ContractType.LINEAR || type == ContractType.INVERSE;
            BigDecimal quantity = position.quantity().value();
            BigDecimal entry = position.averageEntryPrice();
            held.add(new Held(
                    position,
                    market.lastPrice(),
                    math,
                    hasMargin ? math.initialMargin(quantity, entry, settings.leverage()) : BigDecimal.ZERO,
                    hasMargin
                            ? new MarginLeg(
                                    math, market.tiers, position.isShort() ? quantity.negate() : quantity, entry)
                            : null));
        }
        return held;
    }

    private Market market(InstrumentId instrument) {
        return markets.stream()
                .filter(market -> market.instrument.id().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private OpenPosition open(Held one, List<Held> all, BigDecimal wallet) {
        double quantity = one.position.quantity().toDouble();
        return new OpenPosition(
                one.position,
                one.mark,
                one.math.notional(quantity, one.mark),
                one.position.unrealizedProfit(one.mark),
                one.margin,
                one.maintenance().doubleValue(),
                liquidation(one, all, wallet));
    }

    private Optional<BigDecimal> liquidation(Held one, List<Held> all, BigDecimal wallet) {
        if (one.leg == null) {
            return Optional.empty();
        }
        SafePrices safe = settings.cross() ? cross(one, all, wallet) : isolated(one, all, wallet);
        return one.position.isLong() ? safe.below() : safe.above();
    }

    /** Its own margin, or what the wallet has beside that of the others when that is less, as the wallet may have been charged since. */
    private static SafePrices isolated(Held one, List<Held> all, BigDecimal wallet) {
        BigDecimal free = wallet;
        for (Held other : all) {
            if (!other.equals(one)) {
                free = free.subtract(other.margin);
            }
        }
        BigDecimal collateral = one.margin.min(free).max(BigDecimal.ZERO);
        return Liquidation.prices(collateral, List.of(Objects.requireNonNull(one.leg)));
    }

    /** Positions of one instrument share what the wallet has with the profit of the others and without their maintenance margin. */
    private static SafePrices cross(Held one, List<Held> all, BigDecimal wallet) {
        BigDecimal collateral = wallet;
        List<MarginLeg> legs = new ArrayList<>();
        for (Held other : all) {
            if (other.isWith(one)) {
                legs.add(Objects.requireNonNull(other.leg));
            } else {
                collateral = collateral.add(other.unrealized()).subtract(other.maintenance());
            }
        }
        return Liquidation.prices(collateral, legs);
    }
}
