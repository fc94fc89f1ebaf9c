package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static io.metaexpert.simulate.VenueStory.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.Side;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PathFillTest {
    private static final String STOP = "2 SELL 1 at 90 TAKER";
    private static final String TARGET = "3 SELL 1 at 110 MAKER";

    /** Long from 100 with a stop and a target; what closes it in a bar. */
    private static String exit(FillSettings fills, double high, double low) {
        List<String> lines = VenueStory.futures("1", fills)
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "1", stop("90"))
                .reduce(Side.SELL, "1", limit("110"))
                .bar(100, high, low, 100)
                .lines();
        return lines.get(1);
    }

    @Test
    void theNearerExtremeComesFirst() {
        for (Assumption assumption : Assumption.values()) {
            assertThat(exit(Fills.path(assumption, 1), 112, 85)).isEqualTo(TARGET);
            assertThat(exit(Fills.path(assumption, 1), 115, 88)).isEqualTo(STOP);
        }
    }

    @Test
    void anAssumptionDecidesWhenBothAreEquallyNear() {
        assertThat(exit(Fills.path(Assumption.PESSIMISTIC, 1), 112, 88)).isEqualTo(STOP);
        assertThat(exit(Fills.path(Assumption.OPTIMISTIC, 1), 112, 88)).isEqualTo(TARGET);
    }

    @Test
    void neutralTossesACoinOfTheSeed() {
        List<String> exits = LongStream.range(0, 1000)
                .mapToObj(seed -> exit(Fills.path(Assumption.NEUTRAL, seed), 112, 88))
                .toList();
        List<String> again = LongStream.range(0, 1000)
                .mapToObj(seed -> exit(Fills.path(Assumption.NEUTRAL, seed), 112, 88))
                .toList();

        assertThat(again).isEqualTo(exits);
        assertThat(exits.stream().filter(STOP::equals).count()).isBetween(450L, 550L);
        assertThat(exits.stream().filter(TARGET::equals).count()).isBetween(450L, 550L);
    }

    @Test
    void ofBarsTheAssumptionDecidesWhereTheOrderIsNotKnown() {
        assertThat(exit(Fills.bars(Assumption.PESSIMISTIC), 112, 85)).isEqualTo(STOP);
        assertThat(exit(Fills.bars(Assumption.NEUTRAL), 112, 85)).isEqualTo(TARGET);
        assertThat(exit(Fills.bars(Assumption.NEUTRAL), 115, 88)).isEqualTo(STOP);
        assertThat(exit(Fills.bars(Assumption.OPTIMISTIC), 115, 88)).isEqualTo(TARGET);
    }

    @Test
    void aStopLimitGoesOnAlongThePath() {
        // 100, 99, 107, 101
        VenueStory story =
                VenueStory.spot(Fills.path()).buy("1", stopLimit("105", "103")).bar(100, 107, 99, 101);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 103 MAKER");
    }

    @Test
    void gapsAndOpensAreThoseOfBars() {
        VenueStory story = VenueStory.futures("1", Fills.path())
                .buy("1", market())
                .sell("1", stop("105"))
                .sell("1", limit("90"))
                .bar(100, 101, 99, 100);

        assertThat(story.timedLines())
                .containsExactly(
                        "0.0: 1 BUY 1 at 100 TAKER", "0.0: 2 SELL 1 at 100 TAKER", "0.0: 3 SELL 1 at 100 TAKER");
    }
}
