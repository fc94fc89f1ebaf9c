package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static io.metaexpert.simulate.VenueStory.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** Two bids at one price, for which the volume does not suffice: who fills first has the better place. */
class AmendTest {
    private static VenueStory twoBids() {
        return VenueStory.spot(Fills.share("0.1"))
                .buy("2", limit("95"))
                .buy("2", limit("95"))
                .bar(100, 100, 100, 100, 10);
    }

    private static VenueStory touched(VenueStory story) {
        return story.bar(100, 100, 95, 100, 10);
    }

    @Test
    void aSmallerOrderKeepsItsPlace() {
        assertThat(touched(twoBids().resize(1, "1")).lines()).containsExactly("1 modified", "1 BUY 1 at 95 MAKER");
    }

    @Test
    void aLargerOrderLosesItsPlace() {
        assertThat(touched(twoBids().resize(1, "3")).lines())
                .containsExactly("1 modified", "2 BUY 1 at 95 MAKER in part");
    }

    @Test
    void anotherPriceLosesThePlace() {
        VenueStory story = twoBids().modify(1, limit("96")).modify(1, limit("95"));

        assertThat(touched(story).lines()).containsExactly("1 modified", "1 modified", "2 BUY 1 at 95 MAKER in part");
    }

    @Test
    void theSizeIsTheWholeWithWhatHasFilled() {
        VenueStory story = touched(twoBids()).resize(1, "1.5");

        assertThat(touched(story).lines())
                .containsExactly(
                        "1 BUY 1 at 95 MAKER in part",
                        "1 modified",
                        "1 BUY 0.5 at 95 MAKER",
                        "2 BUY 0.5 at 95 MAKER in part");
    }

    @Test
    void anOrderEndsWhenThatIsNoMoreThanWhatHasFilled() {
        VenueStory story = touched(twoBids()).resize(1, "1");

        assertThat(story.lines()).containsExactly("1 BUY 1 at 95 MAKER in part", "1 modified", "1 canceled");
    }

    @Test
    void otherPricesMeetTheNextBarLikeANewOrder() {
        VenueStory story = VenueStory.spot()
                .buy("1", limit("90"))
                .bar(100, 100, 100, 100)
                .modify(1, limit("101"))
                .bar(100, 100, 100, 100);

        assertThat(story.lines()).containsExactly("1 modified", "1 BUY 1 at 100 TAKER");
    }

    @Test
    void aPostOnlyOrderThatWouldTakeFromThenOnIsRejected() {
        VenueStory story = VenueStory.spot()
                .send(Side.BUY, OrderSize.base("1"), limit("90"), TimeInForce.GTC, false, true)
                .bar(100, 100, 100, 100)
                .modify(1, limit("101"))
                .bar(100, 100, 100, 100);

        assertThat(story.lines()).containsExactly("1 modified", "1 WOULD_TAKE_LIQUIDITY");
    }

    @Test
    void withAPartOfItFilledItExpiresInstead() {
        VenueStory story = VenueStory.spot(Fills.share("0.1"))
                .send(Side.BUY, OrderSize.base("2"), limit("95"), TimeInForce.GTC, false, true)
                .bar(100, 100, 95, 100, 10)
                .modify(1, limit("101"))
                .bar(100, 100, 100, 100, 10);

        assertThat(story.lines())
                .containsExactly("1 BUY 1 at 95 MAKER in part", "1 modified", "1 expired WOULD_TAKE_LIQUIDITY");
    }

    @Test
    void aTriggeredStopLimitKeepsWaitingAtItsLimit() {
        VenueStory story = VenueStory.spot()
                .buy("1", stopLimit("105", "103"))
                .bar(100, 107, 99, 106)
                .modify(1, stopLimit("120", "104"))
                .bar(106, 107, 104, 106);

        assertThat(story.lines()).containsExactly("1 modified", "1 BUY 1 at 104 MAKER");
    }

    @Test
    void theRestOfATriggeredStopStaysAMarketOrder() {
        VenueStory story = VenueStory.futures("1", Fills.share("0.1"))
                .sell("2", stop("95"))
                .bar(100, 100, 95, 100, 10)
                .modify(1, stop("50"))
                .bar(100, 100, 100, 100, 10);

        assertThat(story.lines())
                .containsExactly("1 SELL 1 at 95 TAKER in part", "1 modified", "1 SELL 1 at 100 TAKER");
    }

    @Test
    void whatIsSizedAtTheFillCanGetAQuantity() {
        VenueStory story = VenueStory.spot()
                .send(Side.BUY, OrderSize.equity("1"), limit("95"), TimeInForce.GTC, false, false)
                .bar(100, 100, 100, 100)
                .modify(1, limit("95"), OrderSize.base("2"))
                .bar(100, 100, 95, 100);

        assertThat(story.lines()).containsExactly("1 modified", "1 BUY 2 at 95 MAKER");
    }

    @Test
    void whatHasEndedIsNotChanged() {
        VenueStory story = VenueStory.spot()
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .resize(1, "2")
                .cancel(1)
                .bar(100, 100, 100, 100);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 100 TAKER");
    }
}
