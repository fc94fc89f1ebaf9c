package io.metaexpert.engine;

import io.metaexpert.engine.Exposure.Leg;
import io.metaexpert.market.Tick;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.PositionRisk;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.RiskText;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of an entry: state, quotes, filters, number of positions, leverage against the stop. Engine thread only. */
final class EntryRules {
    private static final int TWICE = 2;
    private static final OrderSize ALL = new OrderSize.EquityShare(BigDecimal.ONE);

    private final EngineSettings settings;
    private final RiskLimits limits;
    private final RiskGuard guard;
    private final Exposure exposure;
    private final List<Market> markets;
    private final OrderManager orders;
    private final EntryFilters filters;
    private final EntryCaps caps;
    private final Books books;
    private final InstantSource clock;
    private final double assumedSpread;
    private final double maxSpread;

    EntryRules(
            EngineSettings settings,
            RiskGuard guard,
            Exposure exposure,
            List<Market> markets,
            OrderManager orders,
            EntryFilters filters,
            EntryCaps caps,
            Books books,
            InstantSource clock) {
        this.settings = settings;
        this.assumedSpread = settings.costs().spread().doubleValue();
        this.maxSpread = settings.safety()
                .limits()
                .maxSpread()
                .map(BigDecimal::doubleValue)
                .orElse(Double.POSITIVE_INFINITY);
        this.limits = settings.safety().limits();
        this.guard = guard;
        this.exposure = exposure;
        this.markets = markets;
        this.orders = orders;
        this.filters = filters;
        this.caps = caps;
        this.books = books;
        this.clock = clock;
    }

    /** The first limit that is against an entry; null when none is. */
    @Nullable
    Refusal check(EntryWish wish) {
        // Plain questions: a chain of suppliers costs more than all of them, and nearly always the answer is that
        // nothing is against it.
        Optional<Refusal> found = guard.refusal();
        if (found.isEmpty()) {
            found = quote(wish.market());
        }
        if (found.isEmpty()) {
            found = filters.check(wish.market(), wish.side(), clock.millis());
        }
        if (found.isEmpty()) {
            found = count(wish);
        }
        return found.isEmpty() ? liquidation(wish).orElse(null) : found.get();
    }

    private Optional<Refusal> quote(Market market) {
        Optional<Tick> quote = market.quote();
        return quote.isPresent() ? quoted(quote.get()) : spread(assumedSpread);
    }

    private Optional<Refusal> quoted(Tick quote) {
        long ageMs = clock.millis() - quote.timeMs();
        if (limits.maxQuoteAge().isPresent()
                && ageMs > limits.maxQuoteAge().get().toMillis()) {
            String limit = limits.maxQuoteAge().get().toMillis() + "ms";
            return refuse(
                    DenialReason.QUOTE_TOO_OLD,
                    "the newest quote is",
                    ageMs + "ms",
                    "old",
                    limit,
                    "execution.max-quote-age");
        }
        return spread((quote.ask() - quote.bid()) / quote.mid());
    }

    private Optional<Refusal> spread(double spread) {
        if (spread <= maxSpread) {
            return Optional.empty();
        }
        return refuse(
                DenialReason.SPREAD_TOO_WIDE,
                "the spread is",
                RiskText.percent(spread),
                "",
                RiskText.percent(maxSpread),
                "execution.max-spread");
    }

    private Optional<Refusal> count(EntryWish wish) {
        if (exposure.legs().isEmpty() && !orders.hasEntries()) {
            return Optional.empty();
        }
        Key wanted = new Key(wish.index(), wish.positionSide());
        Set<Key> open = new HashSet<>();
        for (Leg leg : exposure.legs()) {
            if (!isDust(leg)) {
                open.add(new Key(leg.market(), leg.side()));
            }
        }
        for (TrackedOrder order : orders.entries()) {
            open.add(new Key(
                    caps.index(order.request().instrument()), order.request().positionSide()));
        }
        if (open.contains(wanted)) {
            return Optional.empty();
        }
        long sameSymbol =
                open.stream().filter(key -> key.market == wish.index()).count();
        return over(limits.maxOpenPositions(), open.size(), DenialReason.POSITION_COUNT, "portfolio.max-open-positions")
                .or(() -> over(
                        limits.maxPositionsPerSymbol(),
                        sameSymbol,
                        DenialReason.POSITIONS_PER_SYMBOL,
                        "portfolio.max-positions-per-symbol"));
    }

    private record Key(int market, Optional<PositionSide> side) {}

    /** Less than the exchange lets one sell is not a position. */
    private boolean isDust(Leg leg) {
        Market market = markets.get(leg.market());
        double worth = SizeEstimate.quoteCost(market, market.mark()) * Math.abs(leg.estimate());
        return worth < market.instrument.minNotional().doubleValue();
    }

    private static Optional<Refusal> over(Optional<Integer> most, long open, DenialReason reason, String key) {
        return most.isEmpty() || open < most.get()
                ? Optional.empty()
                : refuse(
                        reason,
                        "there would be",
                        Long.toString(open + 1),
                        "positions",
                        most.get().toString(),
                        key);
    }

    /** A stop that liquidation could come before is none. */
    private Optional<Refusal> liquidation(EntryWish wish) {
        if (wish.stop() == 0 || !wish.market().isFuture()) {
            return Optional.empty();
        }
        Side side = wish.side();
        PositionSide position = side == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;
        Optional<PositionRisk> risk = new RiskPreview(settings, books.ledger(), exposure.equity())
                .of(wish.market(), position, ALL, wish.price());
        Optional<BigDecimal> price = risk.flatMap(it ->
                side == Side.BUY ? it.liquidation().below() : it.liquidation().above());
        double distance =
                price.map(it -> Math.abs(wish.price() - it.doubleValue())).orElse(Double.POSITIVE_INFINITY);
        if (distance >= TWICE * wish.stop()) {
            return Optional.empty();
        }
        return refuse(
                DenialReason.LIQUIDATION_BEFORE_STOP,
                "liquidation is",
                RiskText.percent(distance / wish.price()),
                "away at " + settings.leverage().toPlainString() + "x, with a stop at "
                        + RiskText.percent(wish.stop() / wish.price()),
                "twice the stop",
                "sizing.leverage");
    }

    private static Optional<Refusal> refuse(
            DenialReason reason, String before, String value, String after, String limit, String key) {
        String detail = before + " " + value + (after.isEmpty() ? "" : " " + after) + ", " + limit + " is allowed ("
                + key + ")";
        return Optional.of(new Refusal(reason, detail, new LimitHit(value, limit, key)));
    }
}
