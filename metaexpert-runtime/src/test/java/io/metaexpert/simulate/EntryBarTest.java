package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.Side;
import org.junit.jupiter.api.Test;

/** Exits that were sent with their entry, in the bar in which the entry fills. */
class EntryBarTest {
    /** Bid below the open, with a target beyond the high and none; the target was sent first or last. */
    private static VenueStory dip(FillSettings fills, boolean targetFirst, double high, double low, double close) {
        VenueStory story = VenueStory.futures("1", fills);
        story = targetFirst
                ? story.reduce(Side.SELL, "1", limit("104")).buy("1", limit("95"))
                : story.buy("1", limit("95")).reduce(Side.SELL, "1", limit("104"));
        return story.bar(100, high, low, close);
    }

    @Test
    void aTargetFillsInTheBarOfItsEntryOnlyWhereThePathComesBack() {
        assertThat(dip(Fills.path(), false, 110, 94, 100).lines()).hasSize(2);
        assertThat(dip(Fills.path(), false, 105, 80, 100).lines()).containsExactly("1 BUY 1 at 95 MAKER");
    }

    @Test
    void theWorseFillsNoTargetInTheBarOfItsEntryUnlessTheCloseIsBeyondIt() {
        for (boolean targetFirst : new boolean[] {true, false}) {
            assertThat(dip(FillSettings.USUAL, targetFirst, 110, 94, 100).lines())
                    .hasSize(1);
            assertThat(dip(FillSettings.USUAL, targetFirst, 110, 94, 105).lines())
                    .hasSize(2);
        }
    }

    @Test
    void theBetterFillsATargetInTheBarOfItsEntry() {
        for (boolean targetFirst : new boolean[] {true, false}) {
            assertThat(dip(Fills.bars(Assumption.OPTIMISTIC), targetFirst, 105, 80, 100)
                            .lines())
                    .hasSize(2);
        }
    }

    @Test
    void theStopOfAStopEntryIsMetInItsBarByTheWorseOnly() {
        VenueStory worse = breakout(FillSettings.USUAL, 100);
        VenueStory better = breakout(Fills.bars(Assumption.OPTIMISTIC), 100);
        VenueStory betterButSure = breakout(Fills.bars(Assumption.OPTIMISTIC), 97);

        assertThat(worse.lines()).containsExactly("1 BUY 1 at 105 TAKER", "2 SELL 1 at 98 TAKER");
        assertThat(better.lines()).containsExactly("1 BUY 1 at 105 TAKER");
        assertThat(betterButSure.lines()).isEqualTo(worse.lines());
    }

    @Test
    void theBetterMeetsTheTargetOfAStopEntryBeforeItsStop() {
        VenueStory story = VenueStory.futures("1", Fills.bars(Assumption.OPTIMISTIC))
                .buy("1", stop("105"))
                .reduce(Side.SELL, "1", stop("98"))
                .reduce(Side.SELL, "1", limit("106"))
                .bar(100, 107, 97, 97);

        assertThat(story.lines())
                .containsExactly("1 BUY 1 at 105 TAKER", "3 SELL 1 at 106 MAKER", "2 expired NOTHING_TO_REDUCE");
    }

    private static VenueStory breakout(FillSettings fills, double close) {
        return VenueStory.futures("1", fills)
                .buy("1", stop("105"))
                .reduce(Side.SELL, "1", stop("98"))
                .bar(100, 106, 97, close);
    }
}
