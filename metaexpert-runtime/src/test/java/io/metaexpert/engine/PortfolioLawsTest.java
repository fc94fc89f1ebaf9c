package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.bind.ExpertBinder;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import io.metaexpert.market.TimedValues;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.portfolio.Balance;
import io.metaexpert.portfolio.OpenPosition;
import io.metaexpert.portfolio.Portfolio;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.simulate.SimulationSettings;
import io.metaexpert.simulate.VenueMarket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of the portfolio at every bar of 100 runs of random orders on random bars for each kind of market. */
class PortfolioLawsTest {
    private static final long HOUR = 3_600_000L;
    private static final int RUNS = 100;
    private static final int BARS = 48;

    @SuppressWarnings("ImmutableEnumChecker") // contracts are records of immutable values
    enum Kind {
        SPOT(Contract.spot(), 2, "USDT", "1", false, false),
        LINEAR(Contract.linear(BigDecimal.ONE), 2, "USDT", "10", false, false),
        LINEAR_CROSS(Contract.linear(BigDecimal.ONE), 2, "USDT", "20", true, false),
        LINEAR_HEDGE(Contract.linear(BigDecimal.ONE), 2, "USDT", "10", false, true),
        INVERSE(Contract.inverse(BigDecimal.TEN), 1, "BTC", "10", false, false),
        INVERSE_CROSS_HEDGE(Contract.inverse(BigDecimal.TEN), 1, "BTC", "20", true, true),
        CALL(
                new Contract.Option(
                        OptionKind.CALL,
                        new BigDecimal(100),
                        Instant.ofEpochMilli(40 * HOUR),
                        OptionSettlement.LINEAR,
                        BigDecimal.ONE),
                1,
                "USDT",
                "1",
                true,
                false);

        final Contract contract;
        final int symbols;
        final String currency;
        final BigDecimal leverage;
        final boolean cross;
        final boolean hedge;

        Kind(Contract contract, int symbols, String currency, String leverage, boolean cross, boolean hedge) {
            this.contract = contract;
            this.symbols = symbols;
            this.currency = currency;
            this.leverage = new BigDecimal(leverage);
            this.cross = cross;
            this.hedge = hedge;
        }
    }

    private int looked;
    private int held;
    private int both;
    private int liquidations;
    private int flatAgain;

    @AfterEach
    void forget() {
        RandomTrader.looker = (ctx, trader) -> {};
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hold(Kind kind) {
        RandomTrader.looker = this::look;
        for (int seed = 1; seed <= RUNS; seed++) {
            MetaProcess process = process(kind, seed);
            process.start(true);
            while (process.step()) {
                assertThat(process.failure()).isEmpty();
            }
        }

        assertThat(looked).isEqualTo(RUNS * BARS * kind.symbols);
        assertThat(held).isGreaterThan(RUNS * BARS / 4);
        assertThat(flatAgain).isPositive();
        if (kind.hedge) {
            assertThat(both).isPositive();
        }
        if (kind.contract.isPerpetual()) {
            assertThat(liquidations).isPositive();
        }
    }

    private static MetaProcess process(Kind kind, int seed) {
        var random = new SplittableRandom(seed);
        var capital = new Money(new BigDecimal(kind.currency.equals("BTC") ? "10" : "1000"), kind.currency);
        List<VenueMarket> venueMarkets = new ArrayList<>();
        List<MarketFeed> feeds = new ArrayList<>();
        MarginTiers tiers = MarginTiers.flat(new BigDecimal("0.01"));
        boolean isOption = kind.contract instanceof Contract.Option;
        for (int i = 0; i < kind.symbols; i++) {
            Instrument instrument = instrument(kind, i);
            TimedValues funding = kind.contract.isPerpetual()
                    ? TimedValues.every(8 * HOUR, random.nextDouble(-0.005, 0.005), 0, BARS * HOUR)
                    : TimedValues.EMPTY;
            venueMarkets.add(new VenueMarket(
                    instrument,
                    tiers,
                    funding,
                    TimedValues.EMPTY,
                    isOption ? Optional.of(walk(random, 100, 0.03)) : Optional.empty()));
            feeds.add(new MarketFeed(
                    instrument, walk(random, isOption ? 10 : 100, isOption ? 0.1 : 0.04), 0, Optional.empty(), tiers));
        }
        var venue = new SimulatedVenue(
                new SimulationSettings(
                        capital,
                        kind.leverage,
                        new BigDecimal("0.001"),
                        kind.cross,
                        true,
                        kind.hedge,
                        FillSettings.USUAL),
                venueMarkets);
        return new MetaProcess(
                new EngineSettings(
                        "test",
                        Timeframe.H1,
                        0,
                        OrderSize.equity("1"),
                        capital,
                        kind.leverage,
                        true,
                        kind.hedge,
                        kind.cross,
                        Safety.none(),
                        Costs.NONE),
                ExpertBinder.bind(RandomTrader.class, Map.of("seed", String.valueOf(seed))),
                feeds,
                venue,
                venue,
                List.of(),
                BARS);
    }

    private static Instrument instrument(Kind kind, int number) {
        return new Instrument(
                new InstrumentId("test", "B" + number + "/X"),
                kind.contract,
                "BTC",
                kind.currency.equals("BTC") ? "USD" : "USDT",
                BigDecimal.ZERO,
                kind.contract instanceof Contract.Inverse ? BigDecimal.ONE : new BigDecimal("0.001"),
                BigDecimal.ZERO,
                new BigDecimal("0.0002"),
                new BigDecimal("0.0005"));
    }

    private static BarArray walk(SplittableRandom random, double start, double step) {
        BarArray bars = new BarArray(Timeframe.H1);
        double price = start;
        for (int i = 0; i < BARS; i++) {
            double close = price * Math.exp(random.nextDouble(-step, step));
            double high = Math.max(price, close) * (1 + random.nextDouble(step / 2));
            double low = Math.min(price, close) * (1 - random.nextDouble(step / 2));
            bars.add(i * HOUR, price, high, low, close, 10);
            price = close;
        }
        return bars;
    }

    private void look(ExpertContext ctx, RandomTrader trader) {
        Portfolio portfolio = ctx.portfolio();
        double scale = start(portfolio) + Math.abs(portfolio.equity()) + portfolio.grossExposure();
        looked++;
        liquidations += trader.liquidations > 0 ? 1 : 0;
        held += portfolio.positions().isEmpty() ? 0 : 1;

        worth(ctx, portfolio, scale);
        costs(ctx, portfolio, trader, scale);
        exposures(ctx, portfolio, scale);
        margins(ctx, portfolio, scale);
    }

    private static double start(Portfolio portfolio) {
        return portfolio.currency().equals("BTC") ? 10 : 1_000;
    }

    private static void worth(ExpertContext ctx, Portfolio portfolio, double scale) {
        double balances = portfolio.balances().stream()
                .map(Balance::total)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
        double values =
                portfolio.positions().stream().mapToDouble(OpenPosition::value).sum();
        double start = start(portfolio);
        double booked = portfolio.realizedProfit().add(portfolio.funding()).doubleValue();

        assertThat(portfolio.equity()).isEqualTo(ctx.equity());
        assertThat(portfolio.equity()).isCloseTo(balances + values, within(1e-9 * scale));
        assertThat(portfolio.equity()).isCloseTo(start + booked + portfolio.unrealizedProfit(), within(1e-9 * scale));
    }

    private void costs(ExpertContext ctx, Portfolio portfolio, RandomTrader trader, double scale) {
        assertThat(portfolio.fees()).isEqualByComparingTo(trader.fees);
        assertThat(portfolio.funding()).isEqualByComparingTo(trader.funding);
        if (portfolio.positions().isEmpty()) {
            flatAgain += ctx.roundTrips().isEmpty() ? 0 : 1;
            BigDecimal profit =
                    ctx.roundTrips().stream().map(RoundTrip::profit).reduce(trader.insurance, BigDecimal::add);
            assertThat(portfolio.realizedProfit().doubleValue()).isCloseTo(profit.doubleValue(), within(1e-9 * scale));
        }
    }

    private void exposures(ExpertContext ctx, Portfolio portfolio, double scale) {
        double longs = portfolio.positions(PositionSide.LONG).stream()
                .mapToDouble(OpenPosition::notional)
                .sum();
        double shorts = portfolio.positions(PositionSide.SHORT).stream()
                .mapToDouble(OpenPosition::notional)
                .sum();
        Stream<OpenPosition> bySymbol = ctx.symbols().stream().flatMap(s -> portfolio.positions(s).stream());

        assertThat(portfolio.grossExposure()).isCloseTo(longs + shorts, within(1e-12 * scale));
        assertThat(portfolio.netExposure()).isCloseTo(longs - shorts, within(1e-12 * scale));
        assertThat(portfolio.grossExposure()).isGreaterThanOrEqualTo(Math.abs(portfolio.netExposure()) - 1e-12 * scale);
        assertThat(bySymbol.toList()).containsExactlyInAnyOrderElementsOf(portfolio.positions());
        assertThat(portfolio.positions().stream().map(OpenPosition::position))
                .containsExactlyElementsOf(ctx.positions());
        both += longs > 0 && shorts > 0 ? 1 : 0;
    }

    private static void margins(ExpertContext ctx, Portfolio portfolio, double scale) {
        assertThat(portfolio.usedMargin().doubleValue())
                .isCloseTo(ctx.account().usedMargin().doubleValue(), within(1e-9 * scale));
        assertThat(portfolio.freeMargin()).isNotNegative().isLessThanOrEqualTo(Math.max(0, portfolio.equity()) + scale);
        assertThat(portfolio.marginRatio()).isNotNegative();
        for (OpenPosition position : portfolio.positions()) {
            position.liquidationPrice().ifPresent(price -> assertThat(price).isPositive());
        }
    }
}
