package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static io.metaexpert.simulate.VenueStory.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedVenueTest {
    private static Fill onlyFill(VenueStory story) {
        return story.transactions().stream()
                .filter(Transaction.OrderFilled.class::isInstance)
                .map(t -> ((Transaction.OrderFilled) t).fill())
                .reduce((a, b) -> {
                    throw new AssertionError("more than one fill");
                })
                .orElseThrow();
    }

    @Test
    void fillsAMarketOrderAtTheNextOpen() {
        VenueStory story =
                VenueStory.spot().bar(90, 91, 89, 90).buy("1", market()).bar(100, 110, 95, 105);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 100 TAKER");
        assertThat(onlyFill(story).time().toEpochMilli()).isEqualTo(60_000);
    }

    @Test
    void fillsALimitAtItsPriceWhenTheBarTouchesIt() {
        VenueStory story =
                VenueStory.spot().buy("1", limit("95")).bar(100, 101, 96, 99).bar(99, 100, 95, 97);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 95 MAKER");
    }

    @Test
    void fillsALimitThatTheOpenBettersAtTheOpen() {
        VenueStory resting =
                VenueStory.spot().buy("1", limit("95")).bar(100, 101, 96, 99).bar(92, 93, 91, 92);
        VenueStory fresh = VenueStory.spot().buy("1", limit("95")).bar(92, 93, 91, 92);

        assertThat(resting.lines()).containsExactly("1 BUY 1 at 92 MAKER");
        assertThat(fresh.lines()).containsExactly("1 BUY 1 at 92 TAKER");
    }

    @Test
    void fillsAStopAtItsTriggerWithinABarAndAtTheOpenWhenGappedThrough() {
        VenueStory within = VenueStory.futures("1").sell("1", stop("95")).bar(100, 101, 94, 96);
        VenueStory gap = VenueStory.futures("1").sell("1", stop("95")).bar(90, 92, 88, 91);

        assertThat(within.lines()).containsExactly("1 SELL 1 at 95 TAKER");
        assertThat(gap.lines()).containsExactly("1 SELL 1 at 90 TAKER");
    }

    @Test
    void takesTheStopBeforeTheTargetWhenOneBarTouchesBoth() {
        VenueStory story = VenueStory.futures("1")
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "1", limit("110"))
                .reduce(Side.SELL, "1", stop("90"))
                .bar(100, 111, 89, 100);

        assertThat(story.lines())
                .containsExactly("1 BUY 1 at 100 TAKER", "3 SELL 1 at 90 TAKER", "2 expired NOTHING_TO_REDUCE");
    }

    @Test
    void finerBarsDecideWhichOfStopAndTargetCameFirst() {
        VenueStory story = VenueStory.futures("1")
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "1", limit("110"))
                .reduce(Side.SELL, "1", stop("90"))
                .bar(100, 111, 99, 105)
                .bar(105, 106, 89, 100);

        assertThat(story.lines())
                .containsExactly("1 BUY 1 at 100 TAKER", "2 SELL 1 at 110 MAKER", "3 expired NOTHING_TO_REDUCE");
    }

    @Test
    void theStopOfAnEntryIsMetByTheRestOfTheBarThatFilledTheEntry() {
        VenueStory story = VenueStory.futures("1")
                .buy("1", limit("95"))
                .reduce(Side.SELL, "1", stop("90"))
                .bar(100, 101, 89, 92);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 95 MAKER", "2 SELL 1 at 90 TAKER");
    }

    @Test
    void aStopLimitBecomesALimitOrderAtItsTrigger() {
        VenueStory filled = VenueStory.spot().buy("1", stopLimit("105", "106")).bar(100, 107, 99, 104);
        VenueStory waiting = VenueStory.spot()
                .buy("1", stopLimit("105", "103"))
                .bar(100, 107, 99, 106)
                .bar(106, 108, 104, 107)
                .bar(107, 108, 102, 103);

        assertThat(filled.lines()).containsExactly("1 BUY 1 at 105 TAKER");
        assertThat(waiting.lines()).containsExactly("1 BUY 1 at 103 MAKER");
    }

    @Test
    void aStopLimitGappedBeyondItsLimitWaitsAtTheLimit() {
        VenueStory story = VenueStory.spot()
                .buy("1", stopLimit("105", "106"))
                .bar(110, 112, 108, 111)
                .bar(111, 112, 105, 106);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 106 MAKER");
    }

    @Test
    void endsOrdersThatMayNotWait() {
        VenueStory story = VenueStory.spot()
                .send(Side.BUY, OrderSize.base("1"), limit("95"), TimeInForce.IOC, false, false)
                .send(Side.BUY, OrderSize.base("1"), limit("95"), TimeInForce.FOK, false, false)
                .send(Side.BUY, OrderSize.base("1"), limit("101"), TimeInForce.IOC, false, false)
                .bar(100, 101, 94, 96);

        assertThat(story.lines())
                .containsExactly(
                        "1 expired NOT_FILLED_AT_ONCE", "2 expired NOT_FILLED_WHOLLY_AT_ONCE", "3 BUY 1 at 100 TAKER");
    }

    @Test
    void rejectsAPostOnlyOrderThatWouldTake() {
        VenueStory story = VenueStory.spot()
                .send(Side.BUY, OrderSize.base("1"), limit("101"), TimeInForce.GTC, false, true)
                .bar(100, 101, 99, 100);

        assertThat(story.lines()).containsExactly("1 WOULD_TAKE_LIQUIDITY");
    }

    @Test
    void spotNeitherSellsWhatItLacksNorSpendsWhatItLacks() {
        VenueStory story = VenueStory.spot()
                .sell("1", market())
                .buy("11", market())
                .send(Side.SELL, OrderSize.equity("1"), market(), TimeInForce.GTC, false, false)
                .bar(100, 101, 99, 100);

        assertThat(story.lines()).containsExactly("1 NO_SHORT_ON_SPOT", "2 INSUFFICIENT_BALANCE", "3 NO_SHORT_ON_SPOT");
    }

    @Test
    void futuresBindMarginByLeverage() {
        VenueStory story =
                VenueStory.futures("5").buy("51", market()).buy("50", market()).bar(100, 101, 99, 100);

        assertThat(story.lines()).containsExactly("1 INSUFFICIENT_MARGIN", "2 BUY 50 at 100 TAKER");
    }

    @Test
    void reduceOnlyNeverOpensOrTurnsAPosition() {
        VenueStory story = VenueStory.futures("1")
                .reduce(Side.SELL, "1", market())
                .buy("1", market())
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "5", market())
                .bar(100, 100, 100, 100);

        assertThat(story.lines())
                .containsExactly("1 NOTHING_TO_REDUCE", "2 BUY 1 at 100 TAKER", "3 SELL 1 at 100 TAKER");
    }

    @Test
    void sizesByEquityAtTheFillAndTurnsAPositionAtOneOpen() {
        OrderSize all = OrderSize.equity("1");
        OrderType market = market();
        VenueStory story = VenueStory.futures("1")
                .send(Side.BUY, all, market, TimeInForce.GTC, false, false)
                .bar(100, 100, 100, 100)
                .reduce(Side.SELL, "10", market)
                .send(Side.SELL, all, market, TimeInForce.GTC, false, false)
                .bar(110, 110, 110, 110);

        assertThat(story.lines())
                .containsExactly("1 BUY 10 at 100 TAKER", "2 SELL 10 at 110 TAKER", "3 SELL 10 at 110 TAKER");
    }

    @Test
    void chargesFeesAndSlippageAndKeepsIncrements() {
        VenueStory story = VenueStory.costly()
                .send(Side.BUY, OrderSize.quote("500", "USDT"), market(), TimeInForce.GTC, false, false)
                .bar(100, 101, 99, 100);
        Fill fill = onlyFill(story);

        // 100 and 1 % is 101; 500 / (101 * 1.002) = 4.9405..., down to 4.94
        assertThat(story.lines()).containsExactly("1 BUY 4.94 at 101 TAKER");
        assertThat(fill.fee().amount()).isEqualByComparingTo(new BigDecimal("0.99788"));
        assertThat(fill.slippage()).isEqualByComparingTo("4.94");
    }

    @Test
    void roundsSlippageAgainstUsAndKeepsLimitOrdersFreeOfIt() {
        VenueStory story =
                VenueStory.costly().buy("1", market()).buy("1", limit("99.5")).bar(100.04, 101, 99, 100);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 101.1 TAKER", "2 BUY 1 at 99.5 MAKER");
    }

    @Test
    void namesWhatIsTooSmall() {
        VenueStory story = VenueStory.costly()
                .buy("0.05", market())
                .send(Side.BUY, OrderSize.quote("0.5", "USDT"), market(), TimeInForce.GTC, false, false)
                .bar(100, 101, 99, 100);

        assertThat(story.lines()).containsExactly("1 BELOW_MIN_NOTIONAL", "2 BELOW_QUANTITY_INCREMENT");
    }

    @Test
    void cancelsModifiesAndExpiresAtTheEnd() {
        VenueStory story = VenueStory.spot()
                .buy("1", limit("90"))
                .buy("1", limit("80"))
                .buy("1", limit("70"))
                .cancel(1)
                .modify(2, limit("95"))
                .bar(100, 101, 94, 96)
                .end();

        assertThat(story.lines())
                .isEqualTo(List.of("1 canceled", "2 modified", "2 BUY 1 at 95 MAKER", "3 expired END_OF_DATA"));
    }
}
