package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.protection.Protections;
import org.junit.jupiter.api.Test;

/** The stop and the target of a position, from its entry to its end. */
class StopLossTest {
    private static final ProtectionSettings BRACKET = Protections.bracket("2%", "4%");

    private static ProtectionStory story() {
        return ProtectionStory.with(BRACKET).begin();
    }

    private static ProtectionStory longAt100() {
        ProtectionStory story =
                story().then(ctx -> ctx.buy(OrderSize.base("1"))).flat(100).flat(100);
        return story;
    }

    private static ProtectionStory shortAt100() {
        return story().then(ctx -> ctx.sell(OrderSize.base("1"))).flat(100).flat(100);
    }

    @Test
    void anEntryGetsItsStopAndItsTargetAtOnce() {
        assertThat(longAt100().lines())
                .containsExactly(
                        "9-1 accepted", "9-1 filled 1 at 100", "9-S1 SELL stop 98 x 1", "9-T2 SELL limit 104 x 1");
        assertThat(shortAt100().lines())
                .containsExactly(
                        "9-1 accepted", "9-1 filled 1 at 100", "9-S1 BUY stop 102 x 1", "9-T2 BUY limit 96 x 1");
    }

    @Test
    void theStopClosesThePositionAndTheTargetGoesWithIt() {
        ProtectionStory story = longAt100();
        story.lines();
        assertThat(story.bar(100, 101, 97, 99).lines()).containsExactly("9-S1 filled 1 at 98", "9-T2 expired");
        assertThat(story.exits()).containsExactly("98 stop-loss");
        assertThat(story.position().isFlat()).isTrue();

        story = shortAt100();
        story.lines();
        assertThat(story.bar(100, 103, 99, 101).lines()).containsExactly("9-S1 filled 1 at 102", "9-T2 expired");
    }

    @Test
    void theTargetClosesThePositionAndTheStopGoesWithIt() {
        ProtectionStory story = longAt100();
        story.lines();
        assertThat(story.bar(100, 105, 99, 101).lines()).containsExactly("9-T2 filled 1 at 104", "9-S1 expired");
        assertThat(story.exits()).containsExactly("104 take-profit");
    }

    @Test
    void aGapThroughTheStopFillsAtTheGapsPrice() {
        assertThat(longAt100().bar(95, 96, 94, 95).exits()).containsExactly("95 stop-loss");
        assertThat(shortAt100().bar(105, 106, 104, 105).exits()).containsExactly("105 stop-loss");
    }

    @Test
    void ofStopAndTargetInOneBarTheStopComesFirst() {
        assertThat(longAt100().bar(100, 105, 97, 100).exits()).containsExactly("98 stop-loss");
        assertThat(shortAt100().bar(100, 103, 95, 100).exits()).containsExactly("102 stop-loss");
    }

    @Test
    void anEntryAtTheOpenIsStoppedInThatBar() {
        ProtectionStory story =
                story().then(ctx -> ctx.buy(OrderSize.base("1"))).flat(100);

        assertThat(story.bar(100, 105, 97, 104).exits()).containsExactly("98 stop-loss");
    }

    @Test
    void anEntryAtTheOpenReachesItsTargetInThatBar() {
        ProtectionStory story =
                story().then(ctx -> ctx.buy(OrderSize.base("1"))).flat(100);

        assertThat(story.bar(100, 105, 99, 100).exits()).containsExactly("104 take-profit");
    }

    @Test
    void anEntryWithinABarIsStoppedByWhateverTheBarTouches() {
        ProtectionStory story = story().then(ctx ->
                        ctx.order(Side.BUY).limit(100).size(OrderSize.base("1")).submit())
                .flat(102);

        assertThat(story.bar(102, 103, 97, 102).exits()).containsExactly("98 stop-loss");
    }

    @Test
    void anEntryWithinABarReachesItsTargetThereOnlyIfTheCloseIsBeyondIt() {
        ProtectionStory story = story().then(ctx ->
                        ctx.order(Side.BUY).limit(100).size(OrderSize.base("1")).submit())
                .flat(103);
        assertThat(story.bar(103, 106, 99, 103).exits()).isEmpty();

        story = story().then(ctx ->
                        ctx.order(Side.BUY).limit(100).size(OrderSize.base("1")).submit())
                .flat(103);
        assertThat(story.bar(103, 106, 99, 105).exits()).containsExactly("104 take-profit");
    }

    @Test
    void anEntryByAStopIsStoppedInItsBar() {
        ProtectionStory story = story().then(ctx -> ctx.order(Side.BUY)
                        .stopMarket(105)
                        .size(OrderSize.base("1"))
                        .submit())
                .flat(100);

        // 105 less 2 % is 102.9
        assertThat(story.bar(100, 110, 100, 109).exits()).containsExactly("102.9 stop-loss");
    }

    @Test
    void anAddOnMovesTheAverageAndTheStopOnlyTightens() {
        ProtectionStory story =
                longAt100().then(ctx -> ctx.buy(OrderSize.base("1"))).flat(101);
        assertThat(story.stops()).containsExactly("SELL 98 x 1");
        story.flat(101);
        // the average is 100.5, less 2 % is 98.49
        assertThat(story.stops()).containsExactly("SELL 98.5 x 2");
        assertThat(story.targets()).containsExactly("SELL 104.5 x 2");

        story = longAt100().then(ctx -> ctx.buy(OrderSize.base("1"))).flat(99).flat(99);
        assertThat(story.stops()).as("99.5 less 2 % would be lower").containsExactly("SELL 98 x 2");
    }

    @Test
    void aPartialExitShrinksBoth() {
        ProtectionStory story = longAt100()
                .then(ctx -> ctx.sell(OrderSize.base("0.4")))
                .flat(100)
                .flat(100);
        assertThat(story.stops()).containsExactly("SELL 98 x 0.6");
        assertThat(story.targets()).containsExactly("SELL 104 x 0.6");
    }

    @Test
    void theStrategysOwnExitTakesStopAndTargetWithIt() {
        ProtectionStory story =
                longAt100().then(ctx -> ctx.close("enough")).flat(101).flat(101);

        assertThat(story.guards()).isEmpty();
        assertThat(story.position().isFlat()).isTrue();
        assertThat(story.refused()).isZero();
    }

    @Test
    void aTurnedPositionGetsNewOnes() {
        ProtectionStory story =
                longAt100().then(ctx -> ctx.sell(OrderSize.base("3"))).flat(100).flat(100);

        assertThat(story.stops()).containsExactly("BUY 102 x 2");
        assertThat(story.targets()).containsExactly("BUY 96 x 2");
    }

    @Test
    void theStrategySeesAndCancelsItsOwnOrdersOnly() {
        ProtectionStory story = longAt100().then(ctx -> {
            assertThat(ctx.orders()).isEmpty();
            ctx.cancelAll();
        });
        story.flat(100);

        assertThat(story.guards()).hasSize(2);
    }

    @Test
    void aStopGivenWithTheOrderIsUsedWhenItIsNearer() {
        ProtectionStory story = story().then(ctx -> ctx.order(Side.BUY)
                        .size(OrderSize.base("1"))
                        .stopLoss(99)
                        .submit())
                .flat(100)
                .flat(100);
        assertThat(story.stops()).containsExactly("SELL 99 x 1");

        story = story().then(ctx -> ctx.order(Side.BUY)
                        .size(OrderSize.base("1"))
                        .stopLoss(90)
                        .submit())
                .flat(100)
                .flat(100);
        assertThat(story.stops()).containsExactly("SELL 98 x 1");
    }

    @Test
    void aStopGivenWithTheOrderWorksAloneToo() {
        ProtectionStory story = ProtectionStory.with(ProtectionSettings.NONE)
                .begin()
                .then(ctx -> ctx.order(Side.BUY)
                        .size(OrderSize.base("1"))
                        .stopLoss(95)
                        .submit())
                .flat(100)
                .flat(100);

        assertThat(story.stops()).containsExactly("SELL 95 x 1");
    }

    @Test
    void anEntryWhoseStopWouldBeOnTheWrongSideIsDenied() {
        ProtectionStory story = story().then(ctx -> ctx.order(Side.BUY)
                        .size(OrderSize.base("1"))
                        .stopLoss(101)
                        .submit())
                .flat(100);

        assertThat(story.lines()).containsExactly("9-1 denied NO_STOP");
    }
}
