package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnInit;
import io.metaexpert.event.Transaction;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import io.metaexpert.order.Side;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits where they meet what is rare: no price yet, a size by risk without a stop, a close and a turn at once. */
class LimitEdgesTest {
    @BeforeEach
    void nothingToDo() {
        Obeying.always(ctx -> {});
    }

    private static TesterSetup limited(Class<?> expert) {
        return ExpertTester.of(expert).set("risk.max-drawdown", "20%").set("sizing.max-position", "100000 USDT");
    }

    /** Rests an order before there is any price. */
    @Expert
    static final class Early {
        @OnInit
        void init(ExpertContext ctx) {
            ctx.order(Side.BUY).size(OrderSize.base("1")).limit(90).submit();
            ctx.order(Side.BUY).size(OrderSize.equity("0.1")).stopMarket(110).submit();
            ctx.buy(OrderSize.base("1"));
        }
    }

    @Test
    void ordersWithAPriceOfTheirOwnAreTakenBeforeTheFirstBar() {
        ExpertTester tester = limited(Early.class).futures().start();

        assertThat(tester.orders())
                .extracting(Order::status)
                .containsExactly(OrderStatus.ACCEPTED, OrderStatus.ACCEPTED, OrderStatus.DENIED);
        tester.closes(90);
        assertThat(tester.position().quantity().toDouble()).isEqualTo(1);
    }

    @Test
    void ordersThatWarmUpDeniesDoNotCountAsTooMany() {
        ExpertTester tester = ExpertTester.of(Obeying.class)
                .futures()
                .warmupBars(2)
                .set("risk.max-orders-per-minute", "2")
                .start();
        Obeying.always(ctx -> {
            for (int i = 0; i < 3; i++) {
                ctx.buy(OrderSize.base("1"));
            }
        });
        tester.closes(100, 100);
        Obeying.once(ctx -> ctx.buy(OrderSize.base("1")));
        tester.closes(100, 100);

        assertThat(tester.position().quantity().toDouble()).isEqualTo(1);
    }

    @Test
    void anOrderThatTurnsIsNotHeldByTheCollar() {
        ExpertTester tester = ExpertTester.of(Obeying.class)
                .futures()
                .set("execution.collar", "1%")
                .start();
        Obeying.once(ctx -> ctx.buy(OrderSize.base("1")));
        tester.closes(100, 100);
        Obeying.once(ctx -> ctx.sell(OrderSize.base("2")));
        tester.closes(100);
        tester.bar(90, 90, 90, 90);

        assertThat(tester.position().isShort()).isTrue();
    }

    @Test
    void aSizeByRiskWithoutAStopIsDeniedAlsoWhenItWouldBeCut() {
        ExpertTester tester =
                limited(Obeying.class).symbol("SOL/USDT").futures().start();
        Obeying.once(ctx -> ctx.buy(OrderSize.risk("0.01")));
        tester.closes(100, 100);

        assertThat(Obeying.denied()).extracting(Transaction.OrderDenied::reason).containsExactly(DenialReason.NO_STOP);
        assertThat(tester.position().isFlat()).isTrue();
    }

    @Test
    void whatIsClosedAndEnteredOnTheOtherSideAtOnceTurns() {
        ExpertTester tester = limited(Obeying.class).futures().start();
        Obeying.once(ctx -> ctx.buy(OrderSize.base("100")));
        tester.closes(100, 100);
        Obeying.once(ctx -> {
            ctx.close("turn");
            ctx.sell(OrderSize.base("100"));
        });
        tester.closes(100, 100);

        assertThat(tester.position().isShort()).isTrue();
        assertThat(tester.position().quantity().toDouble()).isEqualTo(100);
    }

    @Test
    void anExitInMoneyIsAnExit() {
        ExpertTester tester =
                limited(Obeying.class).futures().quantityIncrement("0.001").start();
        Obeying.once(ctx -> ctx.buy(OrderSize.base("3")));
        tester.closes(100, 100);
        Obeying.once(ctx -> ctx.sell(OrderSize.quote("100.07", "USDT")));
        tester.closes(100, 100);

        assertThat(tester.orders().getLast().request().reduceOnly()).isTrue();
        assertThat(tester.position().quantity().toDouble()).isEqualTo(2);
    }
}
