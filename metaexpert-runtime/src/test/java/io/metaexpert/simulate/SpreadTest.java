package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** A spread of 2 %, unless a story says otherwise: who takes pays 1 % more than the price of the bar. */
class SpreadTest {
    private static VenueStory wide() {
        return VenueStory.futures("5", Fills.spread("0.02"));
    }

    @Test
    void whoTakesPaysHalfOfIt() {
        VenueStory story = wide().buy("1", market())
                .sell("1", market())
                .sell("1", stop("95"))
                .bar(100, 101, 94, 96);

        assertThat(story.lines())
                .containsExactly("1 BUY 1 at 101 TAKER", "2 SELL 1 at 99 TAKER", "3 SELL 1 at 94.05 TAKER");
    }

    @Test
    void whoRestsPaysNothing() {
        VenueStory story = wide().buy("1", limit("95")).bar(100, 101, 96, 99).bar(99, 100, 95, 97);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 95 MAKER");
    }

    @Test
    void aLimitOrderThatTakesPaysItUpToItsLimit() {
        VenueStory buy = wide().buy("1", limit("102")).bar(100, 101, 99, 100);
        VenueStory sell = wide().sell("1", limit("98")).bar(100, 101, 99, 100);
        VenueStory rounded = VenueStory.costly(Fills.spread("0.0191"))
                .buy("1", limit("100.96"))
                .bar(100, 101, 99, 100);

        assertThat(buy.lines()).containsExactly("1 BUY 1 at 101 TAKER");
        assertThat(sell.lines()).containsExactly("1 SELL 1 at 99 TAKER");
        // 100 and half of the spread are 100.955, which the increment would round up to 101
        assertThat(rounded.lines()).containsExactly("1 BUY 1 at 100.96 TAKER");
    }

    @Test
    void aLimitWithinTheSpreadDoesNotTake() {
        VenueStory waits = wide().send(Side.BUY, OrderSize.base("1"), limit("100.5"), TimeInForce.GTC, false, true)
                .bar(100, 103, 100, 102);
        VenueStory immediate = wide().send(Side.BUY, OrderSize.base("1"), limit("100.5"), TimeInForce.IOC, false, false)
                .bar(100, 103, 100, 102);

        assertThat(waits.lines()).containsExactly("1 BUY 1 at 100.5 MAKER");
        assertThat(immediate.lines()).containsExactly("1 expired NOT_FILLED_AT_ONCE");
    }

    @Test
    void aPostOnlyOrderBeyondTheSpreadIsRejected() {
        VenueStory story = wide().send(Side.BUY, OrderSize.base("1"), limit("101"), TimeInForce.GTC, false, true)
                .bar(100, 103, 100, 102);

        assertThat(story.lines()).containsExactly("1 WOULD_TAKE_LIQUIDITY");
    }

    @Test
    void itComesOnTopOfSlippage() {
        VenueStory story =
                VenueStory.costly(Fills.spread("0.01")).buy("1", market()).bar(100, 101, 99, 100);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 101.5 TAKER");
    }

    @Test
    void refusesASpreadThatIsNone() {
        assertThatThrownBy(() -> Fills.spread("-0.1")).hasMessageContaining("was -0.1");
        assertThatThrownBy(() -> Fills.spread("1")).hasMessageContaining("was 1");
    }
}
