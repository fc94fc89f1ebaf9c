package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.ExpertError;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.OnBacktest;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnError;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Series;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import io.metaexpert.order.Side;
import io.metaexpert.testing.ExpertTester;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetaProcessTest {
    @Test
    void tellsEverythingInItsOrder() {
        ExpertTester tester = ExpertTester.of(Diary.class).timeframe("1m").start();
        tester.bar(10, 11, 9, 10);
        tester.bar(10, 15, 10, 12);
        tester.bar(12, 13, 5, 8);
        tester.end();

        assertThat(Diary.lines)
                .containsExactly(
                        "backtest init",
                        "init",
                        "bar 60 seen 1",
                        "OrderAccepted",
                        "order ACCEPTED",
                        "timer 90",
                        "OrderFilled",
                        "order FILLED",
                        "position LONG",
                        "account",
                        "bar 120 seen 2",
                        "bar 180 seen 3",
                        "3m 180 o10.0 h15.0 l5.0 c8.0 v3.0",
                        "timer 180",
                        "backtest",
                        "backtest deinit",
                        "deinit BACKTEST_END");
    }

    @Test
    void closesAHigherBarAtItsTimeEvenWhenItsLastMinutesAreMissing() {
        BarArray bars = new BarArray(Timeframe.M1);
        bars.add(0, 1, 1, 1, 1, 1);
        bars.add(60_000, 2, 2, 2, 2, 1);
        bars.add(600_000, 3, 3, 3, 3, 1);
        ExpertTester.of(Diary.class).timeframe("1m").bars(bars);

        assertThat(Diary.lines)
                .containsSubsequence(
                        "bar 120 seen 2", "3m 180 o1.0 h2.0 l1.0 c2.0 v2.0", "timer 270", "bar 660 seen 3");
        assertThat(Diary.lines).filteredOn(line -> line.startsWith("3m")).hasSize(1);
    }

    @Expert
    static final class Peeker {
        static int violations;

        @OnInit
        void start(ExpertContext ctx) {
            violations = 0;
            ctx.series("15m");
        }

        @OnBar
        void look(ExpertContext ctx) {
            for (String timeframe : List.of("1m", "5m", "15m")) {
                Series series = ctx.series(timeframe);
                boolean open = series.size() > 0
                        && series.timeframe().closeMs(series.openTimeMs(0))
                                > ctx.now().toEpochMilli();
                violations += open ? 1 : 0;
            }
        }
    }

    @Test
    void noTimeframeEverShowsABarBeforeItsClose() {
        ExpertTester tester = ExpertTester.of(Peeker.class).timeframe("1m").start();
        for (int i = 0; i < 200; i++) {
            tester.closes(100 + i % 7);
        }

        assertThat(tester.position().isFlat()).isTrue();
        assertThat(Peeker.violations).isZero();
    }

    @Expert
    static final class Failing {
        static List<String> told = new ArrayList<>();

        @OnBar
        void fail() {
            throw new IllegalStateException("broken");
        }

        @OnError
        void error(ExpertError error) {
            told.add(error.where() + ": " + error.message());
        }
    }

    @Test
    void tellsOfAFailureOnceAndHalts() {
        Failing.told = new ArrayList<>();
        ExpertTester tester = ExpertTester.of(Failing.class).start();

        assertThatThrownBy(() -> tester.closes(1, 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken");
        assertThat(Failing.told)
                .hasSize(1)
                .first()
                .asString()
                .contains("Failing.fail")
                .contains("IllegalStateException: broken");
    }

    @Expert
    static final class Trader {
        @OnInit
        InitResult start(ExpertContext ctx) {
            return ctx.symbols().equals(List.of("BTC/USDT")) ? InitResult.SUCCEEDED : InitResult.FAILED;
        }

        @OnBar
        void trade(ExpertContext ctx) {
            if (ctx.series().size() == 2) {
                ctx.stop("seen enough");
            }
            ctx.buy(ctx.size());
        }

        @OnBacktest
        double late(BacktestResult result, ExpertContext ctx) {
            return ctx.buy(ctx.size()).order().status() == OrderStatus.SUBMITTED ? 0 : 1;
        }
    }

    @Test
    void endsWhenTheStrategyAsksToAndDeniesOrdersAfterwards() {
        ExpertTester tester = ExpertTester.of(Trader.class).start();
        tester.closes(1, 2, 3, 4);
        BacktestResult result = tester.end();

        assertThat(result.equity().size()).isEqualTo(2);
        assertThat(result.refused(DenialReason.END_OF_DATA)).isEqualTo(1);
    }

    @Test
    void deniesOrdersDuringWarmUpWithThatReason() {
        ExpertTester tester = ExpertTester.of(Trader.class).warmupBars(2).start();
        tester.closes(1, 2);
        BacktestResult result = tester.end();

        assertThat(result.fills()).isEmpty();
        assertThat(result.refused(DenialReason.WARMING_UP)).isEqualTo(2);
        assertThat(result.orders().get(0).statusReason()).isEqualTo(DenialReason.WARMING_UP.text());
    }

    @Expert
    static final class Bracket {
        @OnBar
        void trade(ExpertContext ctx) {
            if (ctx.series().size() == 1) {
                ctx.buy(ctx.size(), "in");
            } else if (ctx.series().size() == 2) {
                ctx.order(Side.SELL)
                        .size(OrderSize.base("50"))
                        .limit(120)
                        .reduceOnly()
                        .reason("target")
                        .submit();
                ctx.order(Side.SELL)
                        .size(OrderSize.base("50"))
                        .stopMarket(90)
                        .reduceOnly()
                        .reason("stop")
                        .submit();
                ctx.close("both ways");
                assertThat(ctx.close("asked twice")).isEmpty();
            }
        }
    }

    @Test
    void aSecondCloseDoesNotSellTwice() {
        ExpertTester tester = ExpertTester.of(Bracket.class).start();
        tester.closes(100, 100, 100, 100);
        BacktestResult result = tester.end();

        assertThat(result.fills()).hasSize(2);
        assertThat(result.roundTrips()).singleElement().satisfies(trip -> {
            assertThat(trip.entryReason()).isEqualTo("in");
            assertThat(trip.exitReason()).isEqualTo("both ways");
        });
        assertThat(result.refused(DenialReason.NOTHING_TO_REDUCE)).isEqualTo(2);
    }
}
