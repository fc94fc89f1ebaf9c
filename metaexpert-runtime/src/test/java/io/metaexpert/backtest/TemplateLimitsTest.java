package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnTick;
import io.metaexpert.market.TickArray;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a limit and a filter does to the same strategy on the same prices. Named by docs/reference/template-parameters.md. */
class TemplateLimitsTest {
    /** Buys whenever it holds nothing. */
    @Expert
    static final class Buyer {
        @OnBar
        void bar(ExpertContext ctx) {
            if (ctx.position().isFlat()) {
                ctx.buy(ctx.size());
            }
        }
    }

    /** Buys at its {@code at}-th bar. */
    @Expert
    static final class Once {
        @Input
        int at = 1;

        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            if (++bars == at) {
                ctx.buy(ctx.size());
            }
        }
    }

    /** Buys 40 units at each of its first bars. */
    @Expert
    static final class Adder {
        @OnBar
        void bar(ExpertContext ctx) {
            ctx.buy(OrderSize.base("40"));
        }
    }

    /** Opens a long, then a short beside it. */
    @Expert
    static final class Both {
        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            switch (++bars) {
                case 1 -> ctx.order(Side.BUY).size(OrderSize.base("1")).submit();
                case 3 -> ctx.order(Side.SELL).size(OrderSize.base("1")).submit();
                default -> {}
            }
        }
    }

    /** Buys at its first tick. */
    @Expert
    static final class TickBuyer {
        private boolean asked;

        @OnTick
        void tick(ExpertContext ctx) {
            if (!asked) {
                asked = true;
                ctx.buy(OrderSize.base("1"));
            }
        }
    }

    private static TesterSetup setup(Class<?> expert, String... settings) {
        TesterSetup setup = ExpertTester.of(expert);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            setup.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return setup;
    }

    private static ExpertTester closes(TesterSetup setup, double... prices) {
        ExpertTester tester = setup.start();
        tester.closes(prices);
        return tester;
    }

    private static int refused(ExpertTester tester, DenialReason reason) {
        return tester.end().refused(reason);
    }

    @Test
    void maxDrawdownClosesAndHaltsForGood() {
        double[] prices = {100, 100, 90, 79, 79, 79, 120, 120};

        ExpertTester free = closes(setup(Buyer.class), prices);
        ExpertTester limited = closes(setup(Buyer.class, "risk.max-drawdown=20%", "risk.stress-gap=off"), prices);

        assertThat(free.position().isLong()).isTrue();
        assertThat(limited.position().isFlat()).isTrue();
        assertThat(limited.fills()).hasSize(2);
        assertThat(refused(limited, DenialReason.HALTED)).isPositive();
    }

    @Test
    void dailyLossLimitClosesAndHaltsUntilTheNextDay() {
        double[] prices = new double[30];
        Arrays.fill(prices, 94);
        prices[0] = 100;
        prices[1] = 100;

        ExpertTester limited = closes(setup(Buyer.class, "risk.daily-loss-limit=5%", "risk.stress-gap=off"), prices);

        assertThat(closes(setup(Buyer.class), prices).fills()).hasSize(1);
        List<Instant> buys = limited.fills().stream()
                .filter(fill -> fill.side() == Side.BUY)
                .map(Fill::time)
                .toList();
        assertThat(buys).hasSize(2);
        assertThat(buys.get(1).atZone(ZoneOffset.UTC).toLocalDate())
                .isAfter(buys.get(0).atZone(ZoneOffset.UTC).toLocalDate());
    }

    @Test
    void maxPositionCapsWhatIsHeld() {
        double[] prices = {100, 100, 100, 100};

        ExpertTester free = closes(setup(Adder.class).futures().leverage("5x"), prices);
        ExpertTester capped = closes(
                setup(Adder.class, "sizing.max-position=5000 USDT").futures().leverage("5x"), prices);

        assertThat(free.position().quantity().toDouble()).isEqualTo(120);
        assertThat(capped.position().quantity().toDouble()).isBetween(40.0, 50.0);
    }

    @Test
    void riskBasedSizeLosesTheStatedShareAtTheStop() {
        ExpertTester tester =
                closes(setup(Once.class, "protection.stop-loss=2%").size(OrderSize.risk("0.01")), 100, 100, 100);
        tester.bar(100, 100, 97, 97);

        assertThat(tester.equity()).isCloseTo(9_900, within(1.0));
    }

    @Test
    void maxSpreadKeepsOutOfAWideMarket() {
        assertThat(spread("1%").end().refused(DenialReason.SPREAD_TOO_WIDE)).isEqualTo(1);
        assertThat(spread("5%").fills()).hasSize(1);
    }

    private static ExpertTester spread(String limit) {
        TickArray ticks = new TickArray();
        ticks.quote(1_000, 98, 1, 100, 1);
        ticks.trade(30_000, 100, 1, 1);
        ticks.quote(60_000, 98, 1, 100, 1);
        ticks.trade(61_000, 100, 1, 1);
        return setup(TickBuyer.class, "execution.max-spread=" + limit)
                .timeframe("1m")
                .ticks(new Tape(ticks, new DepthArray(), SequenceRule.RANGES));
    }

    @Test
    void maxOpenPositionsCountsBothSides() {
        double[] prices = {100, 100, 100, 100, 100};

        ExpertTester one =
                closes(setup(Both.class, "portfolio.max-open-positions=1").hedge(), prices);
        ExpertTester two =
                closes(setup(Both.class, "portfolio.max-open-positions=2").hedge(), prices);

        assertThat(two.fills()).hasSize(2);
        assertThat(one.fills()).hasSize(1);
        assertThat(refused(one, DenialReason.POSITION_COUNT)).isEqualTo(1);
    }

    @Test
    void maxPositionsPerSymbolCountsTheSidesOfOne() {
        double[] prices = {100, 100, 100, 100, 100};

        ExpertTester one =
                closes(setup(Both.class, "portfolio.max-positions-per-symbol=1").hedge(), prices);

        assertThat(one.fills()).hasSize(1);
        assertThat(refused(one, DenialReason.POSITIONS_PER_SYMBOL)).isEqualTo(1);
    }

    @Test
    void tradeHoursLetEntriesThroughInTheirHoursAlone() {
        double[] prices = new double[48];
        Arrays.fill(prices, 100);

        ExpertTester early =
                closes(setup(Once.class, "filters.trade-hours=[5, 6]").input("at", "3"), prices);
        ExpertTester within =
                closes(setup(Once.class, "filters.trade-hours=[5, 6]").input("at", "5"), prices);

        assertThat(early.fills()).isEmpty();
        assertThat(refused(early, DenialReason.OUTSIDE_TRADE_HOURS)).isEqualTo(1);
        assertThat(within.fills()).hasSize(1);
    }

    @Test
    void allowedDaysLetEntriesThroughOnTheirDaysAlone() {
        double[] prices = new double[24 * 7];
        Arrays.fill(prices, 100);

        for (int day = 0; day < 7; day++) {
            ExpertTester tester = closes(
                    setup(Once.class, "filters.allowed-days=[6, 7]").input("at", String.valueOf(day * 24 + 12)),
                    prices);
            Instant asked = tester.orders().getFirst().request().time();
            boolean weekend = asked.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() >= 6;

            assertThat(tester.fills()).hasSize(weekend ? 1 : 0);
            assertThat(refused(tester, DenialReason.DAY_NOT_ALLOWED)).isEqualTo(weekend ? 0 : 1);
        }
    }

    /** The bars have volume 1 at 100: a quote volume of 100. */
    @Test
    void minVolumeKeepsOutOfAThinMarket() {
        double[] prices = {100, 100, 100};

        ExpertTester thin = closes(setup(Once.class, "filters.min-volume=101 USDT"), prices);

        assertThat(thin.fills()).isEmpty();
        assertThat(refused(thin, DenialReason.VOLUME_TOO_LOW)).isEqualTo(1);
        assertThat(closes(setup(Once.class, "filters.min-volume=100 USDT"), prices)
                        .fills())
                .hasSize(1);
    }

    @Test
    void volatilityFilterKeepsOutOfAWildMarket() {
        ExpertTester wild = wild(setup(Once.class, "filters.volatility=true").input("at", "150"));
        ExpertTester usual = wild(setup(Once.class, "filters.volatility=true").input("at", "140"));

        assertThat(usual.fills()).hasSize(1);
        assertThat(wild.fills()).isEmpty();
        assertThat(refused(wild, DenialReason.VOLATILITY_OUT_OF_BAND)).isEqualTo(1);
    }

    /** Ranges of 2, and from bar 145 on of 40. */
    private static ExpertTester wild(TesterSetup setup) {
        ExpertTester tester = setup.start();
        for (int bar = 1; bar <= 152; bar++) {
            int half = bar < 145 ? 1 : 20;
            tester.bar(100, 100 + half, 100 - half, 100);
        }
        return tester;
    }

    @Test
    void trendFilterKeepsOutOfAFallingMarket() {
        double[] falling = new double[150];
        double[] rising = new double[150];
        for (int bar = 0; bar < falling.length; bar++) {
            falling[bar] = 500 - bar;
            rising[bar] = 500 + bar;
        }

        ExpertTester against = closes(setup(Once.class, "filters.trend=true").input("at", "140"), falling);
        ExpertTester with = closes(setup(Once.class, "filters.trend=true").input("at", "140"), rising);

        assertThat(against.fills()).isEmpty();
        assertThat(refused(against, DenialReason.AGAINST_TREND)).isEqualTo(1);
        assertThat(with.fills()).hasSize(1);
    }
}
