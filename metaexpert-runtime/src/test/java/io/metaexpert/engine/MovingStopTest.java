package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.protection.Protections;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stops that move, and stops in all the ways in which bars can be met. */
class MovingStopTest {
    private static ProtectionStory.Builder with(ProtectionSettings settings) {
        return ProtectionStory.with(settings);
    }

    private static ProtectionStory longAt100(ProtectionStory.Builder builder) {
        return builder.begin()
                .then(ctx -> ctx.buy(OrderSize.base("1")))
                .flat(100)
                .flat(100);
    }

    @Test
    void theLevelFollowsABarOnlyAfterTheOrdersHaveMetIt() {
        ProtectionStory story = longAt100(with(Protections.trailing("2%")));

        // 98 is not touched; the high of 104 moves the stop for the next bar alone
        story.bar(100, 104, 99, 103);
        assertThat(story.exits()).isEmpty();
        assertThat(story.stops()).containsExactly("SELL 102 x 1");

        story.bar(103, 103, 101, 101);
        assertThat(story.exits()).containsExactly("102 trailing stop");
    }

    @Test
    void aShortFollowsDown() {
        ProtectionStory story = with(Protections.trailing("2%"))
                .begin()
                .then(ctx -> ctx.sell(OrderSize.base("1")))
                .flat(100)
                .flat(100)
                .bar(100, 101, 95, 96);
        assertThat(story.stops()).containsExactly("BUY 96.9 x 1");

        assertThat(story.bar(96, 98, 96, 98).exits()).containsExactly("96.9 trailing stop");
    }

    @Test
    void itIsAmendedOnlyWhenThatIsWorthIt() {
        ProtectionStory story = longAt100(with(Protections.trailing("2%")));
        story.lines();

        // a tenth of the distance is 0.2
        assertThat(story.bar(100, 100.1, 100, 100).lines()).isEmpty();
        assertThat(story.bar(100, 100.5, 100, 100).lines()).containsExactly("9-S1 now stop 98.5 x 1");
    }

    @Test
    void whatABarSawBeforeAnEntryWithinItIsNotItsBestPrice() {
        ProtectionStory story = with(Protections.trailing("2%"))
                .begin()
                .then(ctx ->
                        ctx.order(Side.BUY).limit(100).size(OrderSize.base("1")).submit())
                .flat(105)
                .bar(105, 108, 99.5, 101);

        assertThat(story.stops()).as("2 % below the close").containsExactly("SELL 99 x 1");
    }

    @Test
    void atBreakevenTheFeesOfBothSidesArePaid() {
        for (ProtectionStory.Builder builder : new ProtectionStory.Builder[] {
            with(Protections.breakeven("2%", "1%")).fee("0.001"),
            with(Protections.breakeven("2%", "1%")).fee("0.001").spot()
        }) {
            ProtectionStory story = longAt100(builder).bar(100, 102, 100, 102);
            // (100 + 0.1) / 0.999 is 100.2002
            assertThat(story.stops()).containsExactly("SELL 100.3 x 1");
            story.bar(102, 102, 99, 99);
            assertThat(story.exits()).containsExactly("100.3 breakeven");
            assertThat(story.cash()).isGreaterThanOrEqualTo(new BigDecimal("1000000"));
        }
    }

    @Test
    void atBreakevenAnInverseShortLosesNothingEither() {
        ProtectionStory story = with(Protections.breakeven("2%", "1%"))
                .inverse()
                .fee("0.001")
                .capital("1000")
                .begin()
                .then(ctx -> ctx.sell(OrderSize.base("7")))
                .flat(10_000)
                .flat(10_000)
                .bar(10_000, 10_000, 9_800, 9_850)
                .bar(9_850, 10_100, 9_850, 10_000);

        assertThat(story.exits()).hasSize(1).first().asString().endsWith("breakeven");
        assertThat(story.cash()).isGreaterThanOrEqualTo(new BigDecimal("1000"));
    }

    @Test
    void inHedgeModeEachSideHasItsOwn() {
        ProtectionStory story = with(Protections.bracket("2%", "4%"))
                .hedge()
                .begin()
                .then(ctx -> {
                    ctx.buy(OrderSize.base("3"));
                    ctx.sell(OrderSize.base("2"));
                })
                .flat(100)
                .flat(100);
        assertThat(story.stops()).containsExactlyInAnyOrder("SELL 98 x 3", "BUY 102 x 2");
        assertThat(story.targets()).containsExactlyInAnyOrder("SELL 104 x 3", "BUY 96 x 2");

        story.bar(100, 100, 97, 100);
        assertThat(story.exits()).containsExactly("98 stop-loss");
        assertThat(story.position(PositionSide.LONG).isFlat()).isTrue();
        assertThat(story.position(PositionSide.SHORT).quantity().toDouble()).isEqualTo(2);
        assertThat(story.stops()).containsExactly("BUY 102 x 2");
    }

    @Test
    void partialFillsGrowTheStopAndTheTarget() {
        FillSettings share = new FillSettings(
                FillModel.BARS,
                FillSettings.USUAL.assumption(),
                Latency.none(),
                Optional.of(new BigDecimal("0.1")),
                BigDecimal.ZERO,
                1);
        ProtectionStory story = with(Protections.bracket("2%", "4%"))
                .fills(share)
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("3")))
                .bar(100, 100, 100, 100, 10)
                .bar(100, 100, 100, 100, 10);
        assertThat(story.stops()).containsExactly("SELL 98 x 1");

        story.bar(100, 100, 100, 100, 15);
        assertThat(story.stops()).containsExactly("SELL 98 x 2.5");
        assertThat(story.targets()).containsExactly("SELL 104 x 2.5");

        // what is left of the entry and the stop share the volume; the stop goes on until all is closed
        story.bar(100, 100, 100, 100, 1_000).bar(98, 98, 97, 97, 10);
        assertThat(story.stops()).containsExactly("SELL 98 x 2");
        story.bar(97, 97, 97, 97, 1_000);
        assertThat(story.position().isFlat()).isTrue();
        assertThat(story.guards()).isEmpty();
    }

    @Test
    void ofAPartlyFilledTargetTheStopKeepsTheRest() {
        FillSettings share = new FillSettings(
                FillModel.BARS,
                FillSettings.USUAL.assumption(),
                Latency.none(),
                Optional.of(new BigDecimal("0.1")),
                BigDecimal.ZERO,
                1);
        ProtectionStory story = with(Protections.bracket("2%", "4%"))
                .fills(share)
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("3")))
                .flat(100)
                .flat(100)
                .bar(100, 105, 100, 103, 10);
        assertThat(story.stops()).containsExactly("SELL 98 x 2");
        assertThat(story.targets()).containsExactly("SELL 104 x 2");
    }

    @Test
    void alongAPathAStopIsMetByWhatComesAfterTheEntry() {
        FillSettings path = FillSettings.USUAL.with(FillModel.OHLC_PATH, FillSettings.USUAL.assumption());
        // 102, 103, 97, 102: the entry at 100 on the way down, its stop on the same way
        ProtectionStory story = with(Protections.stopLoss("2%"))
                .fills(path)
                .begin()
                .then(ctx ->
                        ctx.order(Side.BUY).limit(100).size(OrderSize.base("1")).submit())
                .flat(102)
                .bar(102, 103, 97, 102);
        assertThat(story.exits()).containsExactly("98 stop-loss");

        // 100, 97, 106, 105: the low came before the entry at 104
        story = with(Protections.stopLoss("2%"))
                .fills(path)
                .begin()
                .then(ctx -> ctx.order(Side.BUY)
                        .stopMarket(104)
                        .size(OrderSize.base("1"))
                        .submit())
                .flat(100)
                .bar(100, 106, 97, 105);
        assertThat(story.exits()).isEmpty();
        assertThat(story.stops()).containsExactly("SELL 102 x 1");
    }

    @Test
    void withLatencyTheStopArrivesLater() {
        FillSettings late = new FillSettings(
                FillModel.BARS,
                FillSettings.USUAL.assumption(),
                new Latency.Fixed(Duration.ofSeconds(30)),
                Optional.empty(),
                BigDecimal.ZERO,
                1);
        // the entry arrives half a minute into its bar, and its stop with the end of that
        ProtectionStory story = with(Protections.stopLoss("2%"))
                .fills(late)
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("1")))
                .flat(100)
                .bar(100, 100, 90, 90);
        assertThat(story.fills()).hasSize(1);
        assertThat(story.exits()).isEmpty();
        // what it finds is beyond its trigger already
        assertThat(story.bar(90, 91, 89, 90).exits())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("90 ");
    }

    @Test
    void withLatencyShorterThanTheBarAnEntryWithinItIsStoppedThere() {
        FillSettings late = new FillSettings(
                FillModel.BARS,
                FillSettings.USUAL.assumption(),
                new Latency.Fixed(Duration.ofMillis(100)),
                Optional.empty(),
                BigDecimal.ZERO,
                1);
        ProtectionStory story = with(Protections.stopLoss("2%"))
                .fills(late)
                .begin()
                .then(ctx ->
                        ctx.order(Side.BUY).limit(100).size(OrderSize.base("1")).submit())
                .flat(102)
                .flat(102)
                .bar(102, 102, 97, 102);

        assertThat(story.exits()).containsExactly("98 stop-loss");
    }

    @Test
    void finerBarsUnderTheStrategysTimeframeMoveAndMeetTheStop() {
        ProtectionStory story = with(Protections.trailing("2%"))
                .timeframe(Timeframe.M5)
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("1")));
        for (int i = 0; i < 5; i++) {
            story.flat(100);
        }
        story.flat(100).bar(100, 110, 100, 110).bar(110, 110, 107, 107);

        assertThat(story.exits()).containsExactly("107.8 trailing stop");
    }

    @Test
    void anAtrIsThatOfTheBarsBeforeTheEntry() {
        ProtectionStory story = with(Protections.stopLoss("atr2*2"))
                .begin()
                .bar(100, 101, 99, 100)
                .bar(100, 101, 99, 100)
                .then(ctx -> ctx.buy(OrderSize.base("1")))
                .bar(100, 101, 99, 100)
                .bar(100, 110, 100, 105);

        assertThat(story.stops()).as("two times a range of 2").containsExactly("SELL 96 x 1");
    }

    @Test
    void anEntryWithoutAStopIsDeniedWhereThereShouldBeOne() {
        ProtectionStory story = with(Protections.bracket("1.5R", "2R"))
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("1")))
                .flat(100)
                .flat(100);
        assertThat(story.lines()).containsExactly("9-1 denied NO_STOP");

        story.then(ctx -> ctx.order(Side.BUY)
                        .size(OrderSize.base("1"))
                        .stopLoss(98)
                        .submit())
                .flat(100)
                .flat(100);
        assertThat(story.stops()).containsExactly("SELL 97 x 1");
        assertThat(story.targets()).containsExactly("SELL 104 x 1");
    }

    @Test
    void aLiquidatedPositionTakesItsStopWithIt() {
        ProtectionStory story = with(Protections.stopLoss("30%"))
                .leverage("10")
                .capital("1000")
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("50")))
                .flat(100)
                .flat(100)
                .bar(100, 100, 80, 80);

        assertThat(story.lines()).anyMatch(line -> line.startsWith("liquidated"));
        assertThat(story.guards()).isEmpty();
        story.flat(80);
        assertThat(story.lines()).isEmpty();
    }

    @Test
    void atTheEndOfTheDataNothingIsSentAgain() {
        ProtectionStory story = longAt100(with(Protections.bracket("2%", "4%")));
        int sent = story.protecting.size();
        story.process.outcome(true);

        assertThat(story.protecting).hasSize(sent);
        assertThat(story.guards()).isEmpty();
    }
}
