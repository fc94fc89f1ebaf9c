package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnInit;
import io.metaexpert.event.Transaction;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.risk.RiskState;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits as a strategy meets them. */
class LimitsTest {
    private RiskState state = RiskState.ACTIVE;

    @BeforeEach
    void nothingToDo() {
        Obeying.always(ctx -> state = ctx.riskState());
    }

    private static TesterSetup tester() {
        return ExpertTester.of(Obeying.class).timeframe("1h").capital("10000 USDT");
    }

    private void buy(String quantity) {
        Obeying.once(ctx -> ctx.buy(OrderSize.base(quantity)));
    }

    private static Transaction.OrderDenied onlyDenial() {
        assertThat(Obeying.denied()).hasSize(1);
        return Obeying.denied().get(0);
    }

    // --- losses

    @Test
    void aDrawdownClosesWhatIsHeldAndHaltsForGood() {
        ExpertTester tester = tester().futures()
                .set("risk.max-drawdown", "10%")
                .set("risk.stress-gap", "off")
                .start();
        buy("100");
        tester.closes(100, 100, 95);
        assertThat(tester.position().isLong()).isTrue();
        tester.closes(90, 90);
        assertThat(tester.position().isFlat()).isTrue();
        assertThat(tester.orders().getLast().request().reason()).isEqualTo("max-drawdown");

        buy("1");
        tester.closes(90, 90, 90);
        assertThat(onlyDenial().reason()).isEqualTo(DenialReason.HALTED);
        assertThat(onlyDenial().limit().orElseThrow().key()).isEqualTo("risk.max-drawdown");
        Obeying.always(ctx -> state = ctx.riskState());
        for (int hour = 0; hour < 48; hour++) {
            tester.closes(90);
        }
        assertThat(state).isEqualTo(RiskState.HALTED);
    }

    @Test
    void aDaysLossHaltsUntilMidnightUtc() {
        ExpertTester tester = tester().futures()
                .set("risk.max-drawdown", "off")
                .set("risk.daily-loss-limit", "500 USDT")
                .set("risk.stress-gap", "off")
                .start();
        buy("100");
        tester.closes(100, 100, 95, 95);
        assertThat(tester.position().isFlat()).isTrue();
        Obeying.always(ctx -> state = ctx.riskState());
        for (int bar = 4; bar < 23; bar++) {
            tester.closes(95);
            assertThat(state).isEqualTo(RiskState.HALTED);
        }
        tester.closes(95);
        assertThat(state).isEqualTo(RiskState.ACTIVE);
    }

    @Test
    void holdingWithStopsKeepsThePositionAndCancelsEntries() {
        ExpertTester tester = tester().futures()
                .set("risk.max-drawdown", "10%")
                .set("risk.on-breach", "hold-with-stops")
                .set("risk.stress-gap", "off")
                .start();
        Obeying.once(ctx -> {
            ctx.buy(OrderSize.base("100"));
            ctx.order(Side.BUY).size(OrderSize.base("1")).limit(50).submit();
        });
        tester.closes(100, 100, 90, 90);

        assertThat(tester.position().quantity().toDouble()).isEqualTo(100);
        assertThat(tester.orders()).extracting(Order::status).containsExactly(OrderStatus.FILLED, OrderStatus.CANCELED);
    }

    @Test
    void exitsPassWhileHalted() {
        ExpertTester tester = tester().futures()
                .set("risk.max-drawdown", "10%")
                .set("risk.on-breach", "hold-with-stops")
                .set("risk.stress-gap", "off")
                .start();
        buy("100");
        tester.closes(100, 100, 90);
        Obeying.once(ctx -> ctx.sell(OrderSize.base("150"), "turn"));
        tester.closes(90, 90);

        assertThat(tester.position().isFlat()).as("the part that closes").isTrue();
        assertThat(tester.orders().getLast().filledQuantity().toDouble()).isEqualTo(100);
    }

    // --- room for the assumed jump

    @Test
    void anEntryIsCutToWhatTheJumpLeaves() {
        ExpertTester tester = tester().futures()
                .leverage("10x")
                .set("risk.max-drawdown", "20%")
                .start();
        buy("1000");
        tester.closes(100, 100);

        double held = tester.position().quantity().toDouble() * 100;
        // 2,000 USDT of room; 15 % for the jump and a tenth of that for the way to it.
        assertThat(held).isCloseTo(2_000 / (0.15 * 1.1), within(1.0));
        double afterJump = tester.equity() - held * 0.15;
        assertThat(afterJump).isGreaterThan(8_000);
    }

    @Test
    void nothingIsEnteredWithoutRoom() {
        ExpertTester tester = tester().futures()
                .leverage("10x")
                .set("risk.max-drawdown", "20%")
                .start();
        buy("1000");
        tester.closes(100, 100);
        buy("1000");
        tester.closes(100, 100);

        Transaction.OrderDenied denial = onlyDenial();
        assertThat(denial.reason()).isEqualTo(DenialReason.NO_ROOM_FOR_STRESS);
        assertThat(denial.limit().orElseThrow().key()).isEqualTo("risk.stress-gap");
    }

    @Test
    void aPositionIsMadeSmallerWhenTheJumpWouldBreakTheLimit() {
        ExpertTester tester = tester().futures()
                .leverage("10x")
                .set("risk.max-drawdown", "20%")
                .start();
        buy("1000");
        tester.closes(100, 100);
        double before = tester.position().quantity().toDouble();
        tester.closes(98, 98);

        double after = tester.position().quantity().toDouble();
        assertThat(after).isLessThan(before).isPositive();
        assertThat(tester.equity() - after * 98 * 0.15).isGreaterThan(8_000);
        assertThat(tester.orders().getLast().request().reason()).isEqualTo("stress-gap");
    }

    @Test
    void aFallInLargeStepsStaysWithinTheDaysLimitAlthoughCutsFillABarLater() {
        for (double step : new double[] {0.02, 0.05, 0.07}) {
            ExpertTester tester = tester().fees("0.1%")
                    .set("risk.max-drawdown", "20%")
                    .set("risk.daily-loss-limit", "5%")
                    .start();
            Obeying.always(ctx -> ctx.buy(OrderSize.equity("1")));
            double price = 100;
            for (int bar = 0; bar < 20; bar++) {
                tester.closes(price);
                assertThat(tester.equity()).as("step " + step).isGreaterThanOrEqualTo(9_500);
                price *= 1 - step;
            }
        }
    }

    // --- caps

    @Test
    void aPositionStaysBelowItsLargestSizeHoweverManyOrdersAddToIt() {
        ExpertTester tester = tester().futures()
                .leverage("10x")
                .set("sizing.max-position", "1000 USDT")
                .start();
        Obeying.always(ctx -> {
            ctx.buy(OrderSize.base("4"));
            ctx.buy(OrderSize.base("4"));
        });
        tester.closes(100, 100, 100);

        assertThat(tester.position().quantity().toDouble()).isEqualTo(10);
        assertThat(Obeying.denied()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.reason()).isEqualTo(DenialReason.POSITION_LIMIT);
            assertThat(it.limit()).contains(new LimitHit("1000 USDT", "1000 USDT", "sizing.max-position"));
        });
    }

    @Test
    void aLongAndAShortAreTwoPositionsOfASymbol() {
        ExpertTester tester =
                tester().hedge().set("portfolio.max-positions-per-symbol", "1").start();
        Obeying.once(ctx -> {
            ctx.order(Side.BUY)
                    .size(OrderSize.base("1"))
                    .positionSide(PositionSide.LONG)
                    .submit();
            ctx.order(Side.SELL)
                    .size(OrderSize.base("1"))
                    .positionSide(PositionSide.SHORT)
                    .submit();
        });
        tester.closes(100, 100);

        assertThat(onlyDenial().reason()).isEqualTo(DenialReason.POSITIONS_PER_SYMBOL);
        assertThat(tester.position().isLong()).isTrue();
    }

    @Test
    void ordersWithoutEndHalt() {
        ExpertTester tester =
                tester().futures().set("risk.max-orders-per-minute", "3").start();
        Obeying.once(ctx -> {
            for (int i = 0; i < 5; i++) {
                ctx.buy(OrderSize.base("1"));
            }
        });
        tester.closes(100, 100);

        assertThat(tester.position().quantity().toDouble())
                .as("three were sent before")
                .isLessThanOrEqualTo(3);
        assertThat(Obeying.denied()).extracting(Transaction.OrderDenied::reason).contains(DenialReason.ORDER_RATE);
        Obeying.always(ctx -> state = ctx.riskState());
        tester.closes(100);
        assertThat(state).isEqualTo(RiskState.HALTED);
    }

    @Test
    void aMarketEntryDoesNotFollowThePriceBeyondItsCollar() {
        ExpertTester tester = tester().futures().set("execution.collar", "1%").start();
        buy("1");
        tester.closes(100);
        tester.bar(102, 102, 102, 102);
        assertThat(tester.position().isFlat()).isTrue();
        buy("1");
        tester.closes(102);
        tester.bar(102.5, 103, 102, 103);
        assertThat(tester.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.price().toDouble()).isEqualTo(102.5));
    }

    @Test
    void withinItsCollarAMarketEntrySlipsAsItWouldWithout() {
        ExpertTester tester = tester().futures()
                .slippage("0.6%")
                .set("execution.collar", "1%")
                .start();
        buy("1");
        tester.closes(100);
        tester.bar(100.2, 100.2, 100.2, 100.2);
        buy("1");
        tester.closes(100.2);
        tester.bar(101.0, 101.0, 101.0, 101.0);

        assertThat(tester.fills())
                .extracting(fill -> fill.price().toDouble())
                .as("the open and the slippage; at most the collar")
                .containsExactly(100.8012, 101.202);
    }

    @Test
    void anEntryBeforeTheFirstPriceIsRefused() {
        ExpertTester tester = ExpertTester.of(Hasty.class)
                .futures()
                .set("risk.max-drawdown", "20%")
                .start();
        tester.closes(100, 100);

        assertThat(tester.orders()).singleElement().satisfies(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
            assertThat(order.statusReason()).isEqualTo(DenialReason.NO_PRICE.text());
        });
    }

    /** Buys before there is a price. */
    @Expert
    public static final class Hasty {
        @OnInit
        void init(ExpertContext ctx) {
            ctx.buy(OrderSize.base("1"));
        }
    }

    // --- sizes by risk

    @Test
    void aSizeByRiskLosesItsShareAtTheStop() {
        ExpertTester tester = tester().futures()
                .leverage("5x")
                .set("protection.stop-loss", "2%")
                .start();
        Obeying.once(ctx -> ctx.buy(OrderSize.risk("0.01")));
        tester.closes(100, 100);
        assertThat(tester.position().quantity().toDouble()).isEqualTo(50);
        tester.bar(100, 100, 97, 97);
        assertThat(tester.equity()).isCloseTo(9_900, within(1e-6));
    }

    @Test
    void aSizeByRiskWithoutAStopIsRefused() {
        ExpertTester tester = tester().futures().start();
        Obeying.once(ctx -> ctx.buy(OrderSize.risk("0.01")));
        tester.closes(100, 100);

        assertThat(onlyDenial().reason()).isEqualTo(DenialReason.NO_STOP);
    }

    @Test
    void leverageIsRefusedWhereLiquidationComesTooNearToTheStop() {
        ExpertTester tester = tester().futures()
                .leverage("50x")
                .set("protection.stop-loss", "2%")
                .set("portfolio.max-open-positions", "3")
                .start();
        buy("1");
        tester.closes(100, 100);

        assertThat(onlyDenial().reason()).isEqualTo(DenialReason.LIQUIDATION_BEFORE_STOP);
    }
}
