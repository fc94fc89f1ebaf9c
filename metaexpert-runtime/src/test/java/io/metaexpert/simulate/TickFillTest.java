package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static io.metaexpert.simulate.VenueStory.stopLimit;
import static io.metaexpert.simulate.VenueStory.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** Fills from quotes and trades as they were recorded. */
class TickFillTest {
    private final VenueStory story = VenueStory.futures("1", Fills.ticks());

    @Test
    void takesAtTheQuoteThatWasInForceWhenTheOrderArrived() {
        story.quote(99, 5, 101, 5).buy("1", market()).sell("1", market()).quote(89, 5, 91, 5);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 101 TAKER", "2 SELL 1 at 99 TAKER");
    }

    @Test
    void takesAtTheNextTradeWhereNoQuotesAreKnown() {
        story.bought(100, 1).buy("1", market()).sold(98, 1);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 98 TAKER");
    }

    @Test
    void arrivesAfterTheLatencyAndTakesWhatIsOfferedThen() {
        VenueStory late = VenueStory.futures("1", Fills.latency(2).with(FillModel.TICKS, Assumption.PESSIMISTIC));
        late.quote(99, 5, 101, 5)
                .buy("1", market())
                .wait(1)
                .quote(109, 5, 111, 5)
                .wait(1)
                .quote(119, 5, 121, 5);

        assertThat(late.timedLines()).containsExactly("2.0: 1 BUY 1 at 111 TAKER");
    }

    @Test
    void aLimitWaitsUntilAllThatStoodBeforeItAtItsPriceHasTraded() {
        story.quote(99, 5, 101, 5).buy("1", limit("99")).sold(99, 3);
        assertThat(story.lines()).isEmpty();

        story.sold(99, 2);
        assertThat(story.lines()).as("the last before it").isEmpty();

        story.sold(99, 1);
        assertThat(story.lines()).containsExactly("1 BUY 1 at 99 MAKER");
    }

    @Test
    void whatIsTakenBackCameFromBehindUntilLessIsLeftThanStoodBefore() {
        story.quote(99, 5, 101, 5).buy("1", limit("99"));
        story.quote(99, 50, 101, 5).quote(99, 2, 101, 5).sold(99, 2);
        assertThat(story.lines()).isEmpty();

        story.sold(99, 0.5);
        assertThat(story.lines()).containsExactly("1 BUY 1 at 99 MAKER");
    }

    @Test
    void aTradeBeyondTheLimitFillsItAtItsPrice() {
        story.quote(99, 5, 101, 5).buy("1", limit("99")).sold(98.5, 0.1);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 99 MAKER");
    }

    @Test
    void aLimitThatTheOtherSideComesToFillsAtItsPrice() {
        story.quote(99, 5, 101, 5).sell("1", limit("102")).quote(102.5, 5, 103, 5);

        assertThat(story.lines()).containsExactly("1 SELL 1 at 102 MAKER");
    }

    @Test
    void aLimitWithinTheSpreadHasNothingBeforeIt() {
        story.quote(99, 5, 101, 5).buy("1", limit("100")).sold(100, 0.1);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 100 MAKER");
    }

    @Test
    void behindTheBestBidNothingIsKnownOfTheQueueSoATouchIsNotEnough() {
        story.quote(99, 5, 101, 5).buy("1", limit("98")).sold(98, 1);
        assertThat(story.lines()).isEmpty();

        story.quote(98, 4, 99, 1).sold(98, 4);
        assertThat(story.lines())
                .as("what was seen at its price stood before it")
                .isEmpty();

        story.sold(98, 1);
        assertThat(story.lines()).containsExactly("1 BUY 1 at 98 MAKER");
    }

    @Test
    void aLimitThatTheQuoteSatisfiesTakesThere() {
        story.quote(99, 5, 101, 5).buy("1", limit("102"));

        assertThat(story.lines()).containsExactly("1 BUY 1 at 101 TAKER");
    }

    @Test
    void immediateOrdersExpireWhereTheQuoteDoesNotSatisfyThem() {
        story.quote(99, 5, 101, 5)
                .send(Side.BUY, OrderSize.base("1"), limit("100"), TimeInForce.IOC, false, false)
                .send(Side.BUY, OrderSize.base("1"), limit("103"), TimeInForce.GTC, false, true);

        assertThat(story.lines()).containsExactly("1 expired NOT_FILLED_AT_ONCE", "2 WOULD_TAKE_LIQUIDITY");
    }

    @Test
    void aStopIsTriggeredByATradeAndFillsAtTheWorseOfTradeAndQuote() {
        story.quote(99, 5, 101, 5).bought(101, 1).buy("1", market()).reduce(Side.SELL, "1", stop("97"));
        story.quote(95, 5, 96, 5);
        assertThat(story.lines()).as("quotes do not trigger").hasSize(1);

        story.sold(96, 1);
        assertThat(story.lines()).contains("2 SELL 1 at 95 TAKER");

        story.quote(99, 5, 101, 5)
                .buy("1", market())
                .reduce(Side.SELL, "1", stop("97"))
                .sold(96, 1);
        assertThat(story.lines()).contains("4 SELL 1 at 96 TAKER");
    }

    @Test
    void aStopLimitRestsWhereItsLimitIsNotSatisfied() {
        story.quote(99, 5, 101, 5).buy("1", stopLimit("102", "100")).bought(102, 1);
        assertThat(story.lines()).isEmpty();

        story.sold(99.5, 1);
        assertThat(story.lines()).containsExactly("1 BUY 1 at 100 MAKER");
    }

    @Test
    void aTrailingStopFollowsTrades() {
        story.quote(99, 5, 101, 5).buy("1", market()).reduce(Side.SELL, "1", trailing("5"));
        story.bought(101, 1).bought(110, 1).quote(104, 5, 106, 5).sold(105.5, 1);
        assertThat(story.lines()).hasSize(1);

        story.sold(105, 1);
        assertThat(story.lines()).contains("2 SELL 1 at 104 TAKER");
    }

    @Test
    void takesNoMoreThanItsShareOfWhatIsOfferedOrTrades() {
        VenueStory small = VenueStory.futures("1", Fills.share("0.5").with(FillModel.TICKS, Assumption.PESSIMISTIC));
        small.quote(99, 4, 101, 4).buy("3", limit("101")).quote(99, 4, 101, 1);
        small.sell("3", limit("105")).bought(106, 2);

        assertThat(small.lines())
                .containsExactly(
                        "1 BUY 2 at 101 TAKER in part",
                        "1 BUY 0.5 at 101 MAKER in part",
                        "2 SELL 1 at 105 MAKER in part");
    }

    @Test
    void anOrderThatEndsInTimeIsGoneBeforeTheTradeThatWouldFillIt() {
        story.quote(99, 5, 101, 5)
                .goodTill(3, Side.BUY, "1", limit("99"))
                .wait(4)
                .sold(90, 1);

        assertThat(story.timedLines()).containsExactly("3.0: 1 expired TIME_OVER");
    }

    @Test
    void aReduceOnlyOrderThatFindsItsPositionClosedOnArrivalExpires() {
        VenueStory late = VenueStory.futures("1", Fills.latency(1).with(FillModel.TICKS, Assumption.PESSIMISTIC));
        late.quote(99, 5, 101, 5).buy("1", market()).wait(2).quote(99, 5, 101, 5);
        late.sell("1", market())
                .wait(0)
                .reduce(Side.SELL, "1", stop("90"))
                .wait(2)
                .quote(99, 5, 101, 5);

        assertThat(late.lines())
                .containsExactly("1 BUY 1 at 101 TAKER", "2 SELL 1 at 99 TAKER", "3 expired NOTHING_TO_REDUCE");
    }

    @Test
    void aPositionIsLiquidatedAtTheTickThatUsesItsMarginUp() {
        VenueStory leveraged = VenueStory.futures("10", Fills.ticks());
        leveraged
                .quote(99, 50, 100, 50)
                .buy("50", market())
                .sold(95, 1)
                .sold(90, 1)
                .sold(80, 1);

        assertThat(leveraged.lines()).hasSize(2).last().asString().startsWith("liquidated 50 at ");
    }
}
