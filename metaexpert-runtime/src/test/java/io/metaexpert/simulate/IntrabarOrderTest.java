package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static io.metaexpert.simulate.VenueStory.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is assumed, the same bars leave it open what came first. */
class IntrabarOrderTest {
    private static VenueStory futures(Assumption assumption) {
        return VenueStory.futures("1", Fills.bars(assumption));
    }

    private static VenueStory bracket(Assumption assumption) {
        return futures(assumption)
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "1", stop("90"))
                .reduce(Side.SELL, "1", limit("110"));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheExitOfABarThatTouchesStopAndTarget(Assumption assumption) {
        VenueStory story = bracket(assumption).bar(100, 111, 89, 100);
        String exit = story.lines().get(1).startsWith("2 ") ? "2" : "3";

        assertThat(story.intrabarOrders()).containsExactly(exit);
    }

    @ParameterizedTest
    @EnumSource
    void namesNoneWhereOneOfThemIsTouched(Assumption assumption) {
        assertThat(bracket(assumption).bar(100, 111, 95, 100).intrabarOrders()).isEmpty();
        assertThat(bracket(assumption).bar(100, 105, 89, 100).intrabarOrders()).isEmpty();
        assertThat(bracket(assumption).bar(100, 105, 95, 100).intrabarOrders()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesNoneThatFillsAtAnOpen(Assumption assumption) {
        VenueStory story = bracket(assumption).bar(85, 111, 85, 100);

        assertThat(story.lines()).contains("2 SELL 1 at 85 TAKER");
        assertThat(story.intrabarOrders()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheEntryOfABarThatTouchesItsExitByAMoveTheOtherWay(Assumption assumption) {
        VenueStory target = futures(assumption)
                .buy("1", limit("95"))
                .reduce(Side.SELL, "1", limit("104"))
                .bar(100, 110, 94, 100);
        VenueStory stop = futures(assumption)
                .buy("1", limit("95"))
                .reduce(Side.SELL, "1", stop("90"))
                .bar(100, 101, 89, 92);

        assertThat(target.intrabarOrders()).contains("1");
        assertThat(stop.intrabarOrders()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesThePairedEntryThatFillsWhereBothAreTouched(Assumption assumption) {
        VenueStory story = futures(assumption)
                .buy("1", limit("95"))
                .pairEntry(1, Side.BUY, "1", stop("105"))
                .bar(100, 106, 94, 100);
        String entry = story.lines().stream().anyMatch(line -> line.startsWith("1 BUY")) ? "1" : "2";

        assertThat(story.intrabarOrders()).containsExactly(entry);
    }

    @ParameterizedTest
    @EnumSource
    void namesATrailingStopWhoseTriggerDependsOnTheOrder(Assumption assumption) {
        VenueStory moved = futures(assumption).sell("1", trailing("5")).bar(100, 110, 94, 108);
        VenueStory still = futures(assumption).sell("1", trailing("5")).bar(100, 100, 94, 96);
        VenueStory sure = futures(assumption).sell("1", trailing("5")).bar(100, 110, 99, 104);

        assertThat(moved.intrabarOrders()).containsExactly("1");
        assertThat(still.intrabarOrders()).isEmpty();
        assertThat(sure.lines()).containsExactly("1 SELL 1 at 105 TAKER");
        assertThat(sure.intrabarOrders()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesATrailingStopOfWhichItIsNotKnownWhetherItWasMet(Assumption assumption) {
        VenueStory story = futures(assumption)
                .sell("1", trailing("5"))
                .bar(100, 110, 99, 108)
                .bar(108, 108, 104, 106);

        assertThat(story.intrabarOrders()).containsExactly("1");
    }
}
