package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fills from recorded depth. */
class BookFillTest {
    private final VenueStory story = VenueStory.futures("1", Fills.book());

    private VenueStory usual() {
        return story.depth(List.of(99.0, 1.0, 98.0, 2.0), List.of(100.0, 1.0, 101.0, 2.0, 102.0, 5.0));
    }

    @Test
    void eatsThroughTheLevelsAndTellsWhatThatCost() {
        usual().buy("4", market());

        // 1 at 100, 2 at 101, 1 at 102
        assertThat(story.lines()).containsExactly("1 BUY 4 at 101 TAKER");
        assertThat(story.transactions())
                .filteredOn(Transaction.OrderFilled.class::isInstance)
                .map(Transaction.OrderFilled.class::cast)
                .singleElement()
                .satisfies(filled -> assertThat(filled.fill().slippage()).isEqualByComparingTo("4"));
    }

    @Test
    void aLimitTakesTheLevelsWithinItAndRestsWithTheRest() {
        usual().buy("4", limit("101"));
        assertThat(story.lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1 BUY 3 at 100.66666")
                .endsWith("in part");

        story.sold(101, 0.5);
        assertThat(story.lines()).last().isEqualTo("1 BUY 1 at 101 MAKER");
    }

    @Test
    void allOrNothingLooksAtAllLevels() {
        usual().send(Side.SELL, OrderSize.base("4"), market(), TimeInForce.FOK, false, false)
                .send(Side.SELL, OrderSize.base("3"), market(), TimeInForce.FOK, false, false);

        assertThat(story.lines()).hasSize(2);
        assertThat(story.lines().get(0)).isEqualTo("1 expired NOT_FILLED_WHOLLY_AT_ONCE");
        assertThat(story.lines().get(1)).startsWith("2 SELL 3 at 98.3333").endsWith("TAKER");
    }

    @Test
    void knowsWhatStandsBeforeALimitAtEveryLevel() {
        usual().buy("1", limit("98")).sold(98, 2);
        assertThat(story.lines()).isEmpty();

        story.sold(98, 0.1);
        assertThat(story.lines()).containsExactly("1 BUY 1 at 98 MAKER");
    }

    @Test
    void aDepthThatShrinksMovesALimitForward() {
        usual().buy("1", limit("98"))
                .depth(List.of(99.0, 1.0, 98.0, 0.5), List.of(100.0, 1.0))
                .sold(98, 0.6);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 98 MAKER");
    }

    @Test
    void withoutAValidBookWhatTakesWaits() {
        usual().gap().buy("1", market());
        assertThat(story.lines()).isEmpty();

        story.depth(List.of(49.0, 1.0), List.of(50.0, 2.0));
        assertThat(story.lines()).containsExactly("1 BUY 1 at 50 TAKER");
    }
}
