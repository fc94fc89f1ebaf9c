package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.Side;
import org.junit.jupiter.api.Test;

/** An entry below and one above, of which only one is wanted; orders get a tenth of the volume where it matters. */
class PairedOrdersTest {
    private static VenueStory breakout(FillSettings fills, String quantity) {
        return VenueStory.futures("1", fills).buy(quantity, limit("95")).pairEntry(1, Side.BUY, quantity, stop("105"));
    }

    private static VenueStory breakout() {
        return breakout(FillSettings.USUAL, "1");
    }

    @Test
    void whenOneFillsTheOtherExpires() {
        VenueStory story = breakout().bar(100, 106, 99, 105).bar(105, 106, 90, 95);

        assertThat(story.timedLines())
                .containsExactly("60.0: 2 BUY 1 at 105 TAKER", "60.0: 1 expired OTHER_ORDER_FILLED");
    }

    @Test
    void oneBarThatTouchesBothFillsOne() {
        VenueStory worse = breakout().bar(100, 106, 94, 100);
        VenueStory better = breakout(Fills.bars(Assumption.OPTIMISTIC), "1").bar(100, 106, 94, 100);

        assertThat(worse.lines()).containsExactlyInAnyOrder("2 BUY 1 at 105 TAKER", "1 expired OTHER_ORDER_FILLED");
        assertThat(better.lines()).containsExactlyInAnyOrder("1 BUY 1 at 95 MAKER", "2 expired OTHER_ORDER_FILLED");
    }

    @Test
    void aPartialFillShrinksTheOther() {
        VenueStory story =
                breakout(Fills.share("0.1"), "5").bar(100, 100, 95, 96, 10).bar(96, 106, 96, 105, 100);

        assertThat(story.lines())
                .containsExactlyInAnyOrder(
                        "1 BUY 1 at 95 MAKER in part", "2 BUY 4 at 105 TAKER", "1 expired OTHER_ORDER_FILLED");
    }

    @Test
    void partsOfBothAddUpToOneWhole() {
        VenueStory story = breakout(Fills.share("0.1"), "3")
                .bar(100, 100, 95, 96, 10)
                .bar(96, 106, 96, 100, 10)
                .bar(100, 100, 95, 96, 100);

        assertThat(story.lines())
                .containsExactlyInAnyOrder(
                        "1 BUY 1 at 95 MAKER in part",
                        "2 BUY 1 at 105 TAKER in part",
                        "2 BUY 1 at 100 TAKER",
                        "1 expired OTHER_ORDER_FILLED");
    }

    @Test
    void aPartThatIsAllOfASmallerOneEndsIt() {
        VenueStory story = VenueStory.futures("1", Fills.share("0.1"))
                .buy("5", limit("95"))
                .pairEntry(1, Side.BUY, "1", stop("105"))
                .bar(100, 100, 95, 96, 10)
                .bar(96, 106, 96, 105, 100);

        assertThat(story.lines())
                .containsExactlyInAnyOrder("1 BUY 1 at 95 MAKER in part", "2 expired OTHER_ORDER_FILLED");
    }

    @Test
    void oneThatIsCanceledOrExpiresLeavesTheOther() {
        VenueStory canceled = breakout().cancel(1).bar(100, 106, 94, 100);
        VenueStory expired = VenueStory.futures("1")
                .goodTill(30, Side.BUY, "1", limit("90"))
                .pairEntry(1, Side.BUY, "1", stop("105"))
                .bar(100, 104, 95, 100)
                .bar(100, 106, 89, 100);

        assertThat(canceled.lines()).containsExactly("1 canceled", "2 BUY 1 at 105 TAKER");
        assertThat(expired.lines()).containsExactly("1 expired TIME_OVER", "2 BUY 1 at 105 TAKER");
    }

    @Test
    void furtherOrdersMayJoinByEither() {
        VenueStory story = breakout().pairEntry(2, Side.BUY, "1", limit("90")).bar(100, 101, 95, 96);

        assertThat(story.lines())
                .containsExactlyInAnyOrder(
                        "1 BUY 1 at 95 MAKER", "2 expired OTHER_ORDER_FILLED", "3 expired OTHER_ORDER_FILLED");
    }

    @Test
    void oneThatIsUnderwayWhenTheOtherFillsExpiresOnArrival() {
        VenueStory story = VenueStory.futures("1", Fills.latency(30))
                .buy("1", limit("95"))
                .bar(100, 100, 100, 100)
                .pairEntry(1, Side.BUY, "1", stop("105"))
                .bar(100, 101, 94, 100)
                .bar(100, 106, 100, 106);

        // 100, 101, 94, 100 has passed 95 within the first 30 s
        assertThat(story.timedLines())
                .containsExactly("90.0: 1 BUY 1 at 95 MAKER", "90.0: 2 expired OTHER_ORDER_FILLED");
    }

    @Test
    void stopAndTargetOfAPositionCanBePaired() {
        VenueStory story = VenueStory.futures("1")
                .buy("2", market())
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "1", limit("110"))
                .pair(2, Side.SELL, "1", stop("90"))
                .bar(100, 111, 100, 110)
                .bar(110, 110, 89, 90);

        assertThat(story.lines())
                .containsExactlyInAnyOrder(
                        "1 BUY 2 at 100 TAKER", "2 SELL 1 at 110 MAKER", "3 expired OTHER_ORDER_FILLED");
    }
}
