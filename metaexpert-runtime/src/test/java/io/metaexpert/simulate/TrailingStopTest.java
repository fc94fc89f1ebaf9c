package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.Trail;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailingStopTest {
    private static final OrderType FROM_110 = trailing(Trail.amount("5"), "110");

    private static VenueStory futures(FillSettings fills) {
        return VenueStory.futures("1", fills);
    }

    private static VenueStory futures() {
        return futures(FillSettings.USUAL);
    }

    @Test
    void followsTheHighAndFillsWhereThePriceHasComeBack() {
        VenueStory story = futures()
                .sell("1", trailing("5"))
                .bar(100, 104, 100, 103)
                .bar(103, 110, 106, 109)
                .bar(109, 109, 104, 106);

        assertThat(story.timedLines()).containsExactly("180.0: 1 SELL 1 at 105 TAKER");
    }

    @Test
    void aBuyFollowsTheLow() {
        VenueStory story = futures()
                .buy("1", trailing("5"))
                .bar(100, 100, 96, 97)
                .bar(97, 97, 90, 91)
                .bar(91, 96, 91, 94);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 95 TAKER");
    }

    @Test
    void aGapThroughItFillsAtTheOpen() {
        VenueStory story =
                futures().sell("1", trailing("5")).bar(100, 104, 100, 103).bar(90, 91, 89, 90);

        assertThat(story.lines()).containsExactly("1 SELL 1 at 90 TAKER");
    }

    @Test
    void withinOneBarTheWorseFallsBackFromTheHighAndTheBetterDoesNot() {
        VenueStory worse =
                futures().sell("1", trailing("5")).bar(100, 110, 99, 108).bar(108, 109, 104, 106);
        VenueStory better = futures(Fills.bars(Assumption.OPTIMISTIC))
                .sell("1", trailing("5"))
                .bar(100, 110, 99, 108)
                .bar(108, 109, 104, 106);

        assertThat(worse.timedLines()).containsExactly("60.0: 1 SELL 1 at 105 TAKER");
        assertThat(better.timedLines()).containsExactly("120.0: 1 SELL 1 at 105 TAKER");
    }

    @Test
    void withinOneBarTheWorseFallsAtOnceAndTheBetterRisesFirst() {
        VenueStory worse = futures().sell("1", trailing("5")).bar(100, 110, 94, 108);
        VenueStory better = futures(Fills.bars(Assumption.OPTIMISTIC))
                .sell("1", trailing("5"))
                .bar(100, 110, 94, 108);

        assertThat(worse.lines()).containsExactly("1 SELL 1 at 95 TAKER");
        assertThat(better.lines()).containsExactly("1 SELL 1 at 105 TAKER");
    }

    @Test
    void alongAPathItFollowsAsThePathGoes() {
        // 100, 99, 110, 108 and then 108, 109, 104, 106
        VenueStory lowFirst = futures(Fills.path())
                .sell("1", trailing("5"))
                .bar(100, 110, 99, 108)
                .bar(108, 109, 104, 106);
        // 100, 104, 90, 95
        VenueStory highFirst = futures(Fills.path()).sell("1", trailing("5")).bar(100, 104, 90, 95);

        assertThat(lowFirst.timedLines()).containsExactly("120.0: 1 SELL 1 at 105 TAKER");
        assertThat(highFirst.timedLines()).containsExactly("60.0: 1 SELL 1 at 99 TAKER");
    }

    @Test
    void followsOnlyWhenThePriceHasReachedTheActivation() {
        VenueStory story = futures()
                .sell("1", FROM_110)
                .bar(100, 109, 80, 108)
                .bar(108, 112, 108, 112)
                .bar(112, 112, 106, 107);

        assertThat(story.timedLines()).containsExactly("180.0: 1 SELL 1 at 107 TAKER");
    }

    @Test
    void anActivationThatThePriceIsBeyondAlreadyIsReached() {
        VenueStory sell = futures().sell("1", FROM_110).bar(120, 120, 114, 114);
        VenueStory buy = futures().buy("1", FROM_110).bar(100, 106, 100, 106);

        assertThat(sell.lines()).containsExactly("1 SELL 1 at 115 TAKER");
        assertThat(buy.lines()).containsExactly("1 BUY 1 at 105 TAKER");
    }

    @Test
    void theTriggerIsRoundedToTheIncrementAwayFromTheMarket() {
        OrderType share = new OrderType.TrailingStop(Trail.fraction("0.015"), Optional.empty());
        VenueStory sell = VenueStory.costly()
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .sell("1", share)
                .bar(100.3, 100.3, 98, 99);
        VenueStory buy = VenueStory.costly().buy("1", share).bar(100.1, 103, 100.1, 102);

        // 98.7955 becomes 98.7, and 97.713 with slippage becomes 97.7; 98.8 would have become 97.8
        assertThat(sell.lines()).last().isEqualTo("2 SELL 1 at 97.7 TAKER");
        // 101.6015 becomes 101.7, and 102.717 becomes 102.8; 101.6 would have become 102.7
        assertThat(buy.lines()).containsExactly("1 BUY 1 at 102.8 TAKER");
    }

    @Test
    void aDistanceLargerThanThePriceNeverTriggers() {
        VenueStory story = futures().sell("1", trailing("200")).bar(100, 150, 1, 120);

        assertThat(story.lines()).isEmpty();
    }

    @Test
    void reduceOnlyFollowsFromTheEntry() {
        VenueStory story = futures()
                .buy("1", limit("95"))
                .reduce(Side.SELL, "1", trailing("5"))
                .bar(120, 121, 94, 96)
                .bar(96, 98, 92, 92);

        assertThat(story.timedLines()).containsExactly("60.0: 1 BUY 1 at 95 MAKER", "120.0: 2 SELL 1 at 93 TAKER");
    }

    @Test
    void followsFromItsArrivalWithinABar() {
        // 100, 110, 80, 85: it arrives after 30 s of a way of 45 at 97.5
        VenueStory story = futures(Fills.latency(30))
                .bar(100, 100, 100, 100)
                .sell("1", trailing("5"))
                .bar(100, 110, 80, 85);

        assertThat(story.timedLines()).containsExactly("120.0: 1 SELL 1 at 92.5 TAKER");
    }

    @Test
    void anotherDistanceKeepsTheBestPrice() {
        VenueStory story = futures()
                .sell("1", trailing("5"))
                .bar(100, 110, 106, 107)
                .modify(1, trailing("2"))
                .bar(109, 109, 107, 108);

        assertThat(story.lines()).containsExactly("1 modified", "1 SELL 1 at 108 TAKER");
    }

    @Test
    void aChangeOfTheSizeAloneKeepsTheTrigger() {
        VenueStory story = futures()
                .sell("1", trailing("5"))
                .bar(100, 110, 106, 107)
                .resize(1, "2")
                .bar(107, 107, 104, 106);

        assertThat(story.lines()).containsExactly("1 modified", "1 SELL 2 at 105 TAKER");
    }
}
