package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OrderHandle;
import io.metaexpert.bind.ExpertBinder;
import io.metaexpert.config.SafetyConfig;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.TimedValues;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.risk.RiskState;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.simulate.SimulationSettings;
import io.metaexpert.simulate.VenueMarket;
import io.metaexpert.spi.StateStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of the limits under a strategy that asks for anything, over random bars and for each kind of market. */
class LimitLawsTest {
    private static final long HOUR = 3_600_000L;
    private static final int RUNS = 60;
    private static final int BARS = 72;
    private static final double GAP = 0.15;
    private static final double DRAWDOWN = 0.2;
    private static final double MAX_POSITION = 5_000;
    private static final int MOST = 2;
    private static final double FEE = 0.0005;
    private static final String HOURS = "[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]";

    @SuppressWarnings("ImmutableEnumChecker") // contracts are records of immutable values
    enum Kind {
        SPOT(Contract.spot(), "1", false),
        LINEAR(Contract.linear(BigDecimal.ONE), "5", false),
        INVERSE(Contract.inverse(BigDecimal.TEN), "5", false),
        HEDGE(Contract.linear(BigDecimal.ONE), "5", true);

        final Contract contract;
        final BigDecimal leverage;
        final boolean hedge;

        Kind(Contract contract, String leverage, boolean hedge) {
            this.contract = contract;
            this.leverage = new BigDecimal(leverage);
            this.hedge = hedge;
        }

        boolean inverse() {
            return contract instanceof Contract.Inverse;
        }
    }

    private final Map<String, Double> taken = new HashMap<>();
    private final Set<DenialReason> reasons = new HashSet<>();
    private int checked;

    @AfterEach
    void forget() {
        LimitBreaker.before = (ctx, trader) -> {};
        LimitBreaker.after = (ctx, trader) -> {};
    }

    // --- size, number, exits

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noPositionIsTooLargeAndThereAreNeverTooMany(Kind kind) {
        LimitBreaker.before = (ctx, trader) -> {
            size(kind, trader);
            number(ctx);
            exits(trader);
            remember(kind, ctx);
        };
        for (int seed = 1; seed <= RUNS; seed++) {
            taken.clear();
            run(process(
                    kind,
                    seed,
                    0.04,
                    Costs.NONE,
                    Map.of(
                            "sizing.max-position",
                            MAX_POSITION + (kind.inverse() ? " USD" : " USDT"),
                            "portfolio.max-open-positions",
                            String.valueOf(MOST),
                            "portfolio.max-positions-per-symbol",
                            seed % 2 == 0 ? "1" : "2"),
                    false));
        }
        assertThat(checked).isGreaterThan(100);
        assertThat(reasons).contains(DenialReason.POSITION_LIMIT);
        if (!kind.inverse()) {
            assertThat(reasons).contains(DenialReason.POSITION_COUNT);
        }
    }

    /** What was asked for at the last bar, added to what was held and waited then, in its order. */
    private void size(Kind kind, LimitBreaker trader) {
        Set<String> unknown = new HashSet<>();
        for (LimitBreaker.Wish wish : trader.wishes) {
            OrderRequest request = wish.order().order().request();
            String id = request.clientOrderId();
            if (trader.deniedIds.contains(id) || request.reduceOnly() || isSpotSale(kind, request)) {
                continue;
            }
            String key = key(wish.symbol(), request.side());
            double price = Math.max(price(request.type()), lastPrice(wish.symbol()));
            double unit = kind.inverse() ? 10 : price;
            double worth = switch (request.size()) {
                case OrderSize.Base(var quantity) -> quantity.toDouble() * unit;
                // the fee is paid out of it
                case OrderSize.Quote(var amount) -> amount.toDouble() / (1 + FEE);
                default -> Double.NaN;
            };
            boolean inMoney = request.size() instanceof OrderSize.Quote;
            if (Double.isNaN(worth) || (inMoney && price != lastPrice(wish.symbol()))) {
                unknown.add(key);
            }
            double sum = taken.merge(key, worth, Double::sum);
            if (!unknown.contains(key)) {
                checked++;
                assertThat(sum).as("%s", request).isLessThanOrEqualTo(MAX_POSITION * (1 + 1e-9));
            }
        }
    }

    private final Map<String, Double> prices = new HashMap<>();

    private double lastPrice(String symbol) {
        return prices.getOrDefault(symbol, Double.NaN);
    }

    private static double price(OrderType type) {
        return switch (type) {
            case OrderType.Limit(var limit) -> limit.toDouble();
            case OrderType.StopLimit(var trigger, var limit) -> limit.toDouble();
            case OrderType.StopMarket(var trigger) -> trigger.toDouble();
            default -> 0;
        };
    }

    private static boolean isSpotSale(Kind kind, OrderRequest request) {
        return kind == Kind.SPOT && request.side() == Side.SELL;
    }

    private static String key(String symbol, Side side) {
        return symbol + side;
    }

    /** What is held and waits now; what an opposite position will take off an order counts below zero. */
    private void remember(Kind kind, ExpertContext ctx) {
        taken.clear();
        for (String symbol : ctx.symbols()) {
            prices.put(symbol, ctx.series(symbol, "1h").close(0));
            double unit = kind.inverse() ? 10 : lastPrice(symbol);
            for (Position position : positions(ctx, symbol)) {
                double worth = position.quantity().toDouble() * unit;
                Side side = position.isLong() ? Side.BUY : Side.SELL;
                taken.merge(key(symbol, side), worth, Double::sum);
                if (!kind.hedge) {
                    // at the highest price that orders of the trader name
                    taken.merge(key(symbol, side == Side.BUY ? Side.SELL : Side.BUY), -worth * 1.04, Double::sum);
                }
            }
        }
        for (Order order : ctx.orders()) {
            OrderRequest request = order.request();
            if (request.reduceOnly() || isSpotSale(kind, request)) {
                continue;
            }
            String symbol = request.instrument().symbol();
            double price = Math.max(lastPrice(symbol), price(request.type()));
            double unit = kind.inverse() ? 10 : price;
            double worth = request.size() instanceof OrderSize.Base(var quantity)
                    ? (quantity.toDouble() - order.filledQuantity().toDouble()) * unit
                    : Double.NaN;
            taken.merge(key(symbol, request.side()), worth, Double::sum);
        }
        // NaN is never above anything: what is sized in money at its fill is not looked at.
        taken.replaceAll((key, sum) -> Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum);
    }

    private static List<Position> positions(ExpertContext ctx, String symbol) {
        return ctx.positions().stream()
                .filter(position -> position.instrument().symbol().equals(symbol))
                .toList();
    }

    private static void number(ExpertContext ctx) {
        Set<String> open = new HashSet<>();
        for (Position position : ctx.positions()) {
            open.add(position.instrument().symbol() + side(ctx, position));
        }
        for (Order order : ctx.orders()) {
            OrderRequest request = order.request();
            boolean spotSale =
                    ctx.instrument(request.instrument().symbol()).contract().equals(Contract.spot())
                            && request.side() == Side.SELL;
            if (!request.reduceOnly() && !spotSale) {
                open.add(request.instrument().symbol()
                        + request.positionSide().map(PositionSide::name).orElse(""));
            }
        }
        assertThat(open.size()).as("%s", open).isLessThanOrEqualTo(MOST);
    }

    private static String side(ExpertContext ctx, Position position) {
        boolean hedged =
                ctx.position(position.instrument().symbol(), PositionSide.LONG).isLong()
                        && ctx.position(position.instrument().symbol(), PositionSide.SHORT)
                                .isShort();
        return hedged || hedge ? position.side().name() : "";
    }

    private static boolean hedge;

    /** What only closes is not denied by a limit. */
    private void exits(LimitBreaker trader) {
        trader.denied.forEach(it -> reasons.add(it.reason()));
        for (LimitBreaker.Wish wish : trader.wishes) {
            if (wish.onlyCloses()) {
                assertThat(trader.denied)
                        .filteredOn(it ->
                                it.request().clientOrderId().equals(wish.order().clientOrderId()))
                        .allSatisfy(it -> assertThat(it.limit()).as("%s", it).isEmpty());
            }
        }
    }

    // --- states and conditions

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsEnteredWhileHaltedOrOutsideOfHoursAndAHaltFlattens(Kind kind) {
        int[] halted = {0};
        for (int seed = 1; seed <= RUNS; seed++) {
            int[] since = {0};
            LimitBreaker.before = (ctx, trader) -> {
                exits(trader);
                boolean isHalted = ctx.riskState() == RiskState.HALTED;
                assertThat(isHalted || since[0] == 0).as("halted for good").isTrue();
                since[0] += isHalted ? 1 : 0;
                halted[0] += isHalted ? 1 : 0;
                if (since[0] > 2) {
                    assertThat(ctx.positions()).isEmpty();
                }
            };
            LimitBreaker.after = (ctx, trader) -> {
                int hour = (int) (ctx.clock().millis() / HOUR % 24);
                if (ctx.riskState() != RiskState.ACTIVE || hour < 4 || hour > 20) {
                    trader.wishes.forEach(wish -> forbidden.add(wish.order()));
                }
            };
            run(process(
                    kind,
                    seed,
                    0.04,
                    Costs.NONE,
                    Map.of("risk.max-drawdown", "10%", "risk.stress-gap", "off", "filters.trade-hours", HOURS),
                    false));
            forbidden.forEach(handle -> {
                Order order = handle.order();
                boolean exit = order.request().reduceOnly() || isSpotSale(kind, order.request());
                assertThat(exit || order.filledQuantity().isZero())
                        .as("%s", order)
                        .isTrue();
            });
            forbidden.clear();
        }
        assertThat(halted[0]).isPositive();
    }

    private final List<OrderHandle> forbidden = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsEnteredAtTooWideASpread(Kind kind) {
        for (int seed = 1; seed <= 5; seed++) {
            Costs wide = new Costs(BigDecimal.ZERO, new BigDecimal("0.002"));
            assertThat(run(process(kind, seed, 0.04, wide, Map.of("execution.max-spread", "0.1%"), false)))
                    .isEmpty();
        }
    }

    // --- losses

    @ParameterizedTest
    @EnumSource(Kind.class)
    void equityStaysAboveTheFloorWhileNoMoveIsMoreThanAThirdOfTheGap(Kind kind) {
        double lowest = 1;
        List<String> broken = new ArrayList<>();
        for (int seed = 1; seed <= RUNS; seed++) {
            MetaProcess process =
                    process(kind, seed, GAP / 3 / 1.5, Costs.NONE, Map.of("risk.max-drawdown", "20%"), false);
            double peak = process.equity();
            process.start(true);
            while (process.step()) {
                peak = Math.max(peak, process.equity());
                lowest = Math.min(lowest, process.equity() / peak);
                if (process.equity() < peak * (1 - DRAWDOWN)) {
                    broken.add("seed " + seed + ": " + process.equity() + " of " + peak);
                }
            }
            assertThat(process.failure()).isEmpty();
        }
        assertThat(broken).isEmpty();
        assertThat(lowest).as("it was tried").isLessThan(0.95);
    }

    // --- limits that are far away

    /** Until a liquidation, or three rejected orders in a row, keep the strategy from entering. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void limitsThatAreFarAwayChangeNoFill(Kind kind) {
        int fills = 0;
        for (int seed = 1; seed <= RUNS; seed++) {
            long[] until = {Long.MAX_VALUE};
            LimitBreaker.before = (ctx, trader) -> {
                if (ctx.riskState() != RiskState.ACTIVE) {
                    until[0] = Math.min(until[0], ctx.clock().millis());
                }
            };
            List<Fill> without = run(process(kind, seed, 0.04, Costs.NONE, Map.of(), true));
            List<Fill> with = run(process(
                    kind,
                    seed,
                    0.04,
                    Costs.NONE,
                    Map.of(
                            "sizing.max-position", "1000000000 " + (kind.inverse() ? "USD" : "USDT"),
                            "portfolio.max-open-positions", "100",
                            "portfolio.max-positions-per-symbol", "2",
                            "risk.max-orders-per-minute", "10000",
                            "execution.max-spread", "1%"),
                    true));
            fills += before(until[0], with).size();
            assertThat(before(until[0], with)).as("seed %s", seed).isEqualTo(before(until[0], without));
        }
        assertThat(fills).isGreaterThan(RUNS);
    }

    private static List<Fill> before(long timeMs, List<Fill> fills) {
        return fills.stream()
                .filter(fill -> fill.time().toEpochMilli() < timeMs)
                .toList();
    }

    // --- a run

    private static List<Fill> run(MetaProcess process) {
        process.start(true);
        while (process.step()) {
            assertThat(process.failure()).isEmpty();
        }
        assertThat(process.failure()).isEmpty();
        return process.fills();
    }

    private static MetaProcess process(
            Kind kind, int seed, double step, Costs costs, Map<String, String> keys, boolean plain) {
        hedge = kind.hedge;
        var random = new SplittableRandom(seed);
        String currency = kind.inverse() ? "BTC" : "USDT";
        var capital = new Money(new BigDecimal(kind.inverse() ? "100" : "10000"), currency);
        List<VenueMarket> venueMarkets = new ArrayList<>();
        List<MarketFeed> feeds = new ArrayList<>();
        MarginTiers tiers = MarginTiers.flat(new BigDecimal("0.01"));
        for (int i = 0; i < (kind.inverse() ? 1 : 3); i++) {
            Instrument instrument = instrument(kind, i);
            venueMarkets.add(
                    new VenueMarket(instrument, tiers, TimedValues.EMPTY, TimedValues.EMPTY, Optional.empty()));
            feeds.add(new MarketFeed(instrument, walk(random, step), 0, Optional.empty(), tiers));
        }
        var venue = new SimulatedVenue(
                new SimulationSettings(
                        capital, kind.leverage, BigDecimal.ZERO, false, true, kind.hedge, FillSettings.USUAL),
                venueMarkets);
        SafetyConfig safety = SafetyConfig.parse(keys);
        var settings = new EngineSettings(
                "test",
                Timeframe.H1,
                0,
                OrderSize.equity("1"),
                capital,
                kind.leverage,
                true,
                kind.hedge,
                false,
                new Safety(safety.limits(), safety.protection(), safety.filters(), StateStore.none()),
                costs);
        var inputs = Map.of(
                "seed", String.valueOf(seed), "hedge", String.valueOf(kind.hedge), "plain", String.valueOf(plain));
        return new MetaProcess(
                settings, ExpertBinder.bind(LimitBreaker.class, inputs), feeds, venue, venue, List.of(), BARS);
    }

    private static Instrument instrument(Kind kind, int number) {
        return new Instrument(
                new InstrumentId("test", "B" + number + "/X"),
                kind.contract,
                "BTC",
                kind.inverse() ? "USD" : "USDT",
                BigDecimal.ZERO,
                kind.inverse() ? BigDecimal.ONE : new BigDecimal("0.001"),
                BigDecimal.ZERO,
                new BigDecimal("0.0002"),
                BigDecimal.valueOf(FEE));
    }

    /** From close to close, and from there to high and low, no move is more than one and a half steps. */
    private static BarArray walk(SplittableRandom random, double step) {
        BarArray bars = new BarArray(Timeframe.H1);
        double price = 100;
        double drift = random.nextDouble(-step / 2, step / 2);
        for (int i = 0; i < BARS; i++) {
            double close = price * (1 + Math.clamp(drift + random.nextDouble(-step, step), -step, step));
            double high = Math.max(price, close) * (1 + random.nextDouble(step / 2.2));
            double low = Math.min(price, close) * (1 - random.nextDouble(step / 2.2));
            bars.add(i * HOUR, price, high, low, close, 1_000);
            price = close;
        }
        return bars;
    }
}
