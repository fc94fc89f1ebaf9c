package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static VenueStory late(int seconds) {
        return VenueStory.spot(Fills.latency(seconds)).bar(100, 100, 100, 100);
    }

    @Test
    void anOrderMeetsThePriceOfTheMomentAtWhichItArrives() {
        // 100, 95, 110, 105: half of the way of 25 is 7.5 above the low
        VenueStory story = late(30).buy("1", market()).bar(100, 110, 95, 105);

        assertThat(story.timedLines()).containsExactly("90.0: 1 BUY 1 at 102.5 TAKER");
    }

    @Test
    void itIsAcceptedWhenItArrives() {
        VenueStory story = late(30).buy("1", limit("90")).bar(100, 110, 95, 105);

        assertThat(story.transactions())
                .singleElement()
                .isEqualTo(new Transaction.OrderAccepted(Instant.ofEpochSecond(90), "1", "S1"));
    }

    @Test
    void whatArrivesWithinABarNeverFillsAtItsOpen() {
        VenueStory rising = late(30).buy("1", limit("100")).bar(100, 110, 100, 110);
        VenueStory gap = VenueStory.futures("1", Fills.latency(30))
                .bar(100, 100, 100, 100)
                .sell("1", stop("95"))
                .bar(90, 110, 90, 110);

        assertThat(rising.lines()).isEmpty();
        // 90, 110 at constant speed: the stop arrives at 100 and is not reached any more
        assertThat(gap.lines()).isEmpty();
    }

    @Test
    void whatArrivesLaterThanTheBarMeetsTheOneAfter() {
        VenueStory story = late(75).buy("1", market()).bar(100, 100, 100, 100).bar(100, 104, 100, 104);

        assertThat(story.timedLines()).containsExactly("135.0: 1 BUY 1 at 101 TAKER");
    }

    @Test
    void whatArrivesAtTheCloseMeetsTheNextOpen() {
        VenueStory story = late(60).buy("1", market()).bar(100, 101, 99, 100).bar(103, 104, 100, 104);

        assertThat(story.timedLines()).containsExactly("120.0: 1 BUY 1 at 103 TAKER");
    }

    @Test
    void aCancelMayComeTooLate() {
        // 100, 106, 90, 100: after half of the way of 32 the price is 96
        VenueStory tooLate = VenueStory.spot(Fills.latency(30))
                .buy("1", limit("97"))
                .bar(100, 100, 100, 100)
                .cancel(1)
                .bar(100, 106, 90, 100);
        VenueStory inTime = VenueStory.spot(Fills.latency(30))
                .buy("1", limit("95"))
                .bar(100, 100, 100, 100)
                .cancel(1)
                .bar(100, 106, 90, 100);

        assertThat(tooLate.timedLines()).containsExactly("90.0: 1 BUY 1 at 97 MAKER");
        assertThat(inTime.timedLines()).containsExactly("90.0: 1 canceled");
    }

    @Test
    void aCancelDoesNotOvertakeItsOrder() {
        VenueStory story = late(30).buy("1", limit("97")).cancel(1).bar(100, 106, 90, 100);

        assertThat(story.timedLines()).containsExactly("90.0: 1 canceled");
    }

    @Test
    void aChangeOfAnOrderThatIsUnderwayFollowsIt() {
        VenueStory story = late(30).buy("1", limit("90")).modify(1, limit("97")).bar(100, 106, 90, 100);

        // 100, 106, 90, 100: at 90 s the price is 96
        assertThat(story.timedLines()).containsExactly("90.0: 1 modified", "90.0: 1 BUY 1 at 96 TAKER");
    }

    @Test
    void aChangeMayComeTooLate() {
        VenueStory story = VenueStory.spot(Fills.latency(30))
                .buy("1", limit("97"))
                .bar(100, 100, 100, 100)
                .modify(1, limit("91"))
                .bar(100, 106, 90, 100);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 97 MAKER");
    }

    @Test
    void anOrderSentLaterDoesNotOvertakeOneThatIsDueAtTheSameInstant() {
        VenueStory story = VenueStory.spot(Fills.share("0.1"))
                .bar(100, 100, 100, 100, 10)
                .wait(60)
                .buy("1", limit("95"))
                .bar(100, 100, 100, 100, 10)
                .buy("1", limit("95"))
                .bar(100, 100, 95, 100, 10);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 95 MAKER");
    }

    @Test
    void theDataMayEndBeforeItArrives() {
        VenueStory story = late(30).buy("1", market()).end();

        assertThat(story.lines()).containsExactly("1 expired END_OF_DATA");
    }
}
