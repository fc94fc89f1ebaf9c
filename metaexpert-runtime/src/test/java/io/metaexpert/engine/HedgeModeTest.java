package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnPosition;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.PositionRisk;
import io.metaexpert.testing.ExpertTester;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long and a short position of one instrument side by side. */
class HedgeModeTest {
    private static final List<String> seen = new ArrayList<>();
    private static Optional<PositionRisk> risk = Optional.empty();

    @BeforeEach
    void forget() {
        seen.clear();
        risk = Optional.empty();
    }

    /** Opens both positions, takes one from the long one, and closes the rest. */
    @Expert
    static final class Both {
        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            switch (++bars) {
                case 1 -> {
                    ctx.buy(OrderSize.base("3"));
                    ctx.sell(OrderSize.base("2"));
                }
                case 2 ->
                    ctx.order(Side.SELL)
                            .size(OrderSize.base("1"))
                            .positionSide(PositionSide.LONG)
                            .submit();
                case 3 ->
                    ctx.order(Side.BUY).size(OrderSize.base("9")).reduceOnly().submit();
                case 4 -> ctx.close(PositionSide.LONG, "done");
                default -> {}
            }
            note(ctx);
        }

        @OnPosition
        void position(Position position) {
            seen.add("told " + position);
        }

        private void note(ExpertContext ctx) {
            seen.add(bars + ": " + ctx.position(PositionSide.LONG).quantity() + " long, "
                    + ctx.position(PositionSide.SHORT).quantity() + " short, "
                    + ctx.positions().size());
        }
    }

    @Test
    void bothPositionsAreKeptAndEachOrderIsForOneOfThem() {
        ExpertTester tester = ExpertTester.of(Both.class).hedge().start();
        tester.closes(100, 100, 110, 120, 130, 130);

        assertThat(seen)
                .containsExactly(
                        "1: 0 long, 0 short, 0",
                        "told LONG 3 BTC/USDT@test at 100",
                        "told SHORT 2 BTC/USDT@test at 100",
                        "2: 3 long, 2 short, 2",
                        "told LONG 2 BTC/USDT@test at 100",
                        "3: 2 long, 2 short, 2",
                        "told flat BTC/USDT@test",
                        "4: 2 long, 0 short, 1",
                        "told flat BTC/USDT@test",
                        "5: 0 long, 0 short, 0",
                        "6: 0 long, 0 short, 0");
        // 1 x 10 and 2 x 30 long, 2 x -20 short
        assertThat(tester.equity()).isEqualTo(10_000 + 10 + 60 - 40);
        assertThat(tester.end().roundTrips())
                .extracting(RoundTrip::side, trip -> trip.profit().intValueExact())
                .containsExactly(
                        tuple(PositionSide.LONG, 10), tuple(PositionSide.SHORT, -40), tuple(PositionSide.LONG, 60));
    }

    /** Names a position where there is one only. */
    @Expert
    static final class Wrong {
        @OnBar
        void bar(ExpertContext ctx) {
            ctx.order(Side.BUY)
                    .size(OrderSize.base("1"))
                    .positionSide(PositionSide.LONG)
                    .submit();
        }
    }

    @Test
    void namingAPositionIsRefusedWhereThereIsOneOnly() {
        ExpertTester tester = ExpertTester.of(Wrong.class).futures().start();

        assertThatThrownBy(() -> tester.closes(100))
                .hasRootCauseMessage(
                        "positionSide is for hedge mode; set market.position-mode: hedge, or leave it out");
    }

    /** Speaks of sides where there is one position. */
    @Expert
    static final class Sided {
        @OnBar
        void bar(ExpertContext ctx) {
            if (ctx.position().isFlat()) {
                ctx.buy(OrderSize.base("1"));
            }
            seen.add(ctx.position(PositionSide.LONG).quantity() + " "
                    + ctx.position(PositionSide.SHORT).quantity() + " "
                    + ctx.close(PositionSide.SHORT, "none").isPresent());
        }
    }

    @Test
    void withOnePositionASideIsThatPositionOrFlat() {
        ExpertTester.of(Sided.class).start().closes(100, 100);

        assertThat(seen).containsExactly("0 0 false", "1 0 false");
    }

    /** Looks where it would be liquidated. */
    @Expert
    static final class Careful {
        @OnBar
        void bar(ExpertContext ctx) {
            risk = ctx.risk(PositionSide.LONG, OrderSize.base("1"), 100);
        }
    }

    @Test
    void showsWhatAPositionBindsAndWhereItWouldBeLiquidatedBeforeItsOrder() {
        ExpertTester.of(Careful.class).futures().leverage("5x").start().closes(100);

        assertThat(risk).hasValueSatisfying(seenRisk -> {
            assertThat(seenRisk.initialMargin()).isEqualByComparingTo("20");
            // 100 x (1 - 1/5) / (1 - maintenance rate), above the bankruptcy price of 80
            assertThat(seenRisk.bankruptcy().below())
                    .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("80"));
            assertThat(seenRisk.liquidation().below())
                    .hasValueSatisfying(price -> assertThat(price).isBetween(new BigDecimal(80), new BigDecimal(82)));
        });

        ExpertTester.of(Careful.class).start().closes(100);
        assertThat(risk).as("spot is not liquidated").isEmpty();
    }
}
