package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnAccount;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnBook;
import io.metaexpert.api.OnOrder;
import io.metaexpert.api.OnPosition;
import io.metaexpert.api.OnTick;
import io.metaexpert.api.OnTimer;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import io.metaexpert.market.TickArray;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderSize;
import io.metaexpert.testing.ExpertTester;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order a strategy hears of ticks, depth, bars, timers and of what its orders did. */
class TickFlowTest {
    private static final List<String> calls = new ArrayList<>();

    private final TickArray ticks = new TickArray();
    private final DepthArray depth = new DepthArray();

    @BeforeEach
    void forget() {
        calls.clear();
    }

    private static void note(ExpertContext ctx, String text) {
        calls.add(ctx.clock().millis() + " " + text);
    }

    private Tape tape() {
        return new Tape(ticks, depth, SequenceRule.RANGES);
    }

    /** Hears of everything; buys at the first tick. */
    @Expert
    static final class Listener {
        private boolean bought;

        @OnTick
        void tick(Tick tick, ExpertContext ctx) {
            note(
                    ctx,
                    "tick " + tick.bid() + " " + tick.last() + " " + ctx.tick().equals(java.util.Optional.of(tick)));
            if (!bought) {
                bought = true;
                ctx.buy(OrderSize.base("1"));
            }
        }

        @OnBar
        void bar(Bar bar, ExpertContext ctx) {
            note(ctx, "bar " + bar.close());
        }

        @OnTimer(every = "20s")
        void timer(ExpertContext ctx) {
            note(ctx, "timer");
        }

        @OnTransaction
        void transaction(Transaction transaction, ExpertContext ctx) {
            note(ctx, transaction.getClass().getSimpleName());
        }

        @OnOrder
        void order(Order order, ExpertContext ctx) {
            note(ctx, "order " + order.status());
        }

        @OnPosition
        void position(ExpertContext ctx) {
            note(ctx, "position " + ctx.position().quantity());
        }

        @OnAccount
        void account(ExpertContext ctx) {
            note(ctx, "account");
        }
    }

    @Test
    void oneCauseIsToldFromTheTransactionToTheAccountAndAllInTheOrderOfTime() {
        ticks.quote(1_000, 99, 1, 100, 1);
        ticks.trade(30_000, 100, 1, 1);
        ticks.quote(60_000, 98, 1, 99, 1);
        ticks.trade(61_000, 99, 1, 1);

        ExpertTester.of(Listener.class).timeframe("1m").ticks(tape());

        assertThat(calls)
                .containsExactly(
                        "1000 tick 99.0 NaN true",
                        "1000 OrderAccepted",
                        "1000 order ACCEPTED",
                        "1000 OrderFilled",
                        "1000 order FILLED",
                        "1000 position 1",
                        "1000 account",
                        "20000 timer",
                        "30000 tick 99.0 100.0 true",
                        "40000 timer",
                        "60000 bar 100.0",
                        "60000 timer",
                        "60000 tick 98.0 100.0 true",
                        "61000 tick 98.0 99.0 true",
                        "80000 timer",
                        "100000 timer",
                        "120000 bar 99.0",
                        "120000 timer");
    }

    @Test
    void ticksOfOneInstantAreToldAsOneUnlessEveryTickIsWanted() {
        for (int i = 0; i < 3; i++) {
            ticks.quote(1_000, 90 + i, 1, 100, 1);
        }
        ticks.trade(2_000, 100, 1, 1);

        ExpertTester.of(Newest.class).timeframe("1m").ticks(tape());
        ExpertTester.of(Every.class).timeframe("1m").ticks(tape());

        assertThat(calls)
                .containsExactly(
                        "1000 newest 92.0",
                        "2000 newest 92.0",
                        "1000 every 90.0",
                        "1000 every 91.0",
                        "1000 every 92.0",
                        "2000 every 92.0");
    }

    /** Takes the newest tick of an instant. */
    @Expert
    static final class Newest {
        @OnTick
        void tick(Tick tick, ExpertContext ctx) {
            note(ctx, "newest " + tick.bid());
        }
    }

    /** Takes every tick. */
    @Expert
    static final class Every {
        @OnTick(conflate = false)
        void tick(Tick tick, ExpertContext ctx) {
            note(ctx, "every " + tick.bid());
        }
    }

    /** Shows the best bid of the book. */
    @Expert
    static final class Reader {
        @OnBook(depth = 1)
        void book(OrderBook book, ExpertContext ctx) {
            note(
                    ctx,
                    "book " + book.bids() + " "
                            + ctx.book().map(OrderBook::bids).equals(java.util.Optional.of(book.bids())));
        }

        @OnBar
        void bar(ExpertContext ctx) {
            note(ctx, "bar, book " + ctx.book().isPresent());
        }
    }

    @Test
    void theBookIsToldWhileItIsValidWithAsManyLevelsAsWanted() {
        ticks.trade(500, 100, 1, 1);
        depth.snapshot(1_000, 10, 1);
        depth.bid(99, 2);
        depth.bid(98, 2);
        depth.ask(101, 2);
        depth.diff(2_000, 11, 11, -1, 1);
        depth.bid(100, 1);
        depth.diff(3_000, 15, 15, -1, 1);
        depth.bid(97, 1);

        ExpertTester.of(Reader.class).timeframe("1m").book(tape());

        assertThat(calls)
                .containsExactly(
                        "1000 book [Level[price=99.0, size=2.0]] true",
                        "2000 book [Level[price=100.0, size=1.0]] true",
                        "60000 bar, book false");
    }
}
