package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.Side;
import org.junit.jupiter.api.Test;

class GoodTillDateTest {
    /** Bought for 95 until the second, which may be within the second bar, of which half is at 96. */
    private static VenueStory until(long second, String limit) {
        return VenueStory.spot()
                .goodTill(second, Side.BUY, "1", limit(limit))
                .bar(100, 100, 100, 100)
                .bar(100, 106, 90, 100);
    }

    @Test
    void expiresAtItsTimeWithinABar() {
        assertThat(until(90, "95").timedLines()).containsExactly("90.0: 1 expired TIME_OVER");
    }

    @Test
    void fillsByWhatComesBeforeItsTime() {
        assertThat(until(90, "97").timedLines()).containsExactly("90.0: 1 BUY 1 at 97 MAKER");
        assertThat(until(120, "91").timedLines()).containsExactly("120.0: 1 BUY 1 at 91 MAKER");
    }

    @Test
    void doesNotMeetAnOpenAtItsTime() {
        VenueStory story = until(120, "80").bar(70, 70, 70, 70);

        assertThat(story.timedLines()).containsExactly("120.0: 1 expired TIME_OVER");
    }

    @Test
    void whatWasFilledInPartExpiresWithTheRest() {
        VenueStory story = VenueStory.spot(Fills.share("0.1"))
                .goodTill(90, Side.BUY, "2", market())
                .bar(100, 100, 100, 100, 10)
                .wait(45)
                .bar(100, 100, 100, 100, 0)
                .bar(100, 100, 100, 100, 100);

        assertThat(story.timedLines())
                .containsExactly("0.0: 1 BUY 1 at 100 TAKER in part", "90.0: 1 expired TIME_OVER");
    }

    @Test
    void oneThatArrivesAfterItsTimeExpiresAtOnce() {
        VenueStory story = VenueStory.spot(Fills.latency(30))
                .bar(100, 100, 100, 100)
                .goodTill(70, Side.BUY, "1", market())
                .bar(100, 100, 100, 100);

        assertThat(story.timedLines()).containsExactly("90.0: 1 expired TIME_OVER");
    }

    @Test
    void whatHasEndedDoesNotExpireAgain() {
        VenueStory filled = until(150, "95").bar(100, 100, 100, 100);
        VenueStory canceled = VenueStory.spot()
                .goodTill(60, Side.BUY, "1", limit("90"))
                .bar(100, 100, 100, 100)
                .cancel(1)
                .bar(100, 100, 100, 100);

        assertThat(filled.lines()).containsExactly("1 BUY 1 at 95 MAKER");
        assertThat(canceled.lines()).hasSize(1);
    }

    @Test
    void theEndOfOneThatHasFilledDoesNotCutTheBarForOthers() {
        VenueStory with = bracket(VenueStory.futures("1").goodTill(90, Side.BUY, "1", market()));
        VenueStory without = bracket(VenueStory.futures("1").buy("1", market()));

        assertThat(with.timedLines()).isEqualTo(without.timedLines());
        assertThat(with.lines()).contains("2 SELL 1 at 90 TAKER");
    }

    /** A stop and a target in one bar, of which the target would be in the first half of a path. */
    private static VenueStory bracket(VenueStory story) {
        return story.bar(100, 100, 100, 100)
                .reduce(Side.SELL, "1", stop("90"))
                .reduce(Side.SELL, "1", limit("101"))
                .bar(100, 102, 89, 90);
    }

    @Test
    void theDataMayEndBefore() {
        assertThat(until(1000, "80").end().lines()).containsExactly("1 expired END_OF_DATA");
    }
}
