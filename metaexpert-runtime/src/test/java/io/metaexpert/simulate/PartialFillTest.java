package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orders get a tenth of the volume, unless a story says otherwise. */
class PartialFillTest {
    private static VenueStory tenth() {
        return VenueStory.spot(Fills.share("0.1"));
    }

    private static VenueStory buy(OrderType type, TimeInForce lasts) {
        return tenth().send(Side.BUY, OrderSize.base("3"), type, lasts, false, false);
    }

    @Test
    void aMarketOrderFillsBarByBarAtTheirOpens() {
        VenueStory story = tenth().buy("3", market())
                .bar(100, 101, 99, 100, 10)
                .bar(102, 103, 101, 102, 15)
                .bar(103, 104, 102, 103, 100);

        assertThat(story.timedLines())
                .containsExactly(
                        "0.0: 1 BUY 1 at 100 TAKER in part",
                        "60.0: 1 BUY 1.5 at 102 TAKER in part",
                        "120.0: 1 BUY 0.5 at 103 TAKER");
    }

    @Test
    void aLimitOrderFillsAgainWhenItIsTouchedAgain() {
        VenueStory story = tenth().buy("2", limit("95"))
                .bar(100, 101, 94, 100, 10)
                .bar(100, 101, 96, 100, 10)
                .bar(100, 101, 95, 100, 10);

        assertThat(story.timedLines())
                .containsExactly("60.0: 1 BUY 1 at 95 MAKER in part", "180.0: 1 BUY 1 at 95 MAKER");
    }

    @Test
    void theRestOfAStopFillsAtTheNextOpen() {
        VenueStory story = VenueStory.futures("1", Fills.share("0.1"))
                .sell("2", stop("95"))
                .bar(100, 101, 94, 100, 10)
                .bar(98, 99, 97, 98, 10);

        assertThat(story.lines()).containsExactly("1 SELL 1 at 95 TAKER in part", "1 SELL 1 at 98 TAKER");
    }

    @Test
    void ordersShareTheVolumeInTheOrderOfTheirArrival() {
        VenueStory story = tenth().buy("0.6", market())
                .buy("0.6", limit("99"))
                .buy("1", limit("99"))
                .bar(100, 101, 99, 100, 10);

        assertThat(story.lines()).containsExactly("1 BUY 0.6 at 100 TAKER", "2 BUY 0.4 at 99 MAKER in part");
    }

    @Test
    void ordersThatArriveWithinABarGetOnlyWhatIsLeftOfIt() {
        VenueStory story = VenueStory.spot(Fills.share("0.1", new Latency.Fixed(Duration.ofSeconds(30))))
                .buy("0.7", market())
                .wait(15)
                .buy("0.7", market())
                .bar(100, 100, 100, 100, 10);

        assertThat(story.timedLines())
                .containsExactly("30.0: 1 BUY 0.7 at 100 TAKER", "45.0: 2 BUY 0.3 at 100 TAKER in part");
    }

    @Test
    void immediateOrCancelTakesThePartAndExpires() {
        VenueStory limit = buy(limit("101"), TimeInForce.IOC).bar(100, 101, 99, 100, 10);
        VenueStory market = buy(market(), TimeInForce.IOC).bar(100, 101, 99, 100, 10);

        assertThat(limit.lines()).containsExactly("1 BUY 1 at 100 TAKER in part", "1 expired NOT_FILLED_AT_ONCE");
        assertThat(market.lines()).isEqualTo(limit.lines());
    }

    @Test
    void fillOrKillTakesNothingWhereTheVolumeIsTooSmall() {
        VenueStory killed = buy(market(), TimeInForce.FOK).bar(100, 101, 99, 100, 29);
        VenueStory filled = buy(market(), TimeInForce.FOK).bar(100, 101, 99, 100, 30);

        assertThat(killed.lines()).containsExactly("1 expired NOT_FILLED_WHOLLY_AT_ONCE");
        assertThat(filled.lines()).containsExactly("1 BUY 3 at 100 TAKER");
    }

    @Test
    void nothingFillsWithoutVolume() {
        VenueStory waits = tenth().buy("1", market()).bar(100, 101, 99, 100, 0).bar(102, 102, 102, 102, 10);
        VenueStory expires = buy(market(), TimeInForce.IOC).bar(100, 101, 99, 100, 0);

        assertThat(waits.timedLines()).containsExactly("60.0: 1 BUY 1 at 102 TAKER");
        assertThat(expires.lines()).containsExactly("1 expired NOT_FILLED_AT_ONCE");
    }

    @Test
    void whatIsSizedAtTheFillIsSizedOnce() {
        VenueStory story = tenth().send(Side.BUY, OrderSize.equity("0.5"), market(), TimeInForce.GTC, false, false)
                .bar(100, 100, 100, 100, 10)
                .bar(110, 110, 110, 110, 100);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 100 TAKER in part", "1 BUY 4 at 110 TAKER");
    }

    @Test
    void aRestThatCannotBePaidExpires() {
        VenueStory story =
                tenth().buy("10", market()).bar(100, 100, 100, 100, 10).bar(110, 110, 110, 110, 100);

        assertThat(story.lines()).containsExactly("1 BUY 1 at 100 TAKER in part", "1 expired INSUFFICIENT_BALANCE");
    }

    @Test
    void aPartIsRoundedDownToTheIncrementAndMayBeWorthLessThanTheMinimum() {
        VenueStory story =
                VenueStory.costly(Fills.share("0.1")).buy("1", market()).bar(100, 100, 100, 100, 0.59);

        assertThat(story.lines()).containsExactly("1 BUY 0.05 at 101 TAKER in part");
    }

    @Test
    void aReduceOnlyRestExpiresWithThePosition() {
        VenueStory story = VenueStory.futures("1", Fills.share("0.1"))
                .buy("1", market())
                .bar(100, 100, 100, 100, 10)
                .reduce(Side.SELL, "5", limit("105"))
                .bar(100, 106, 100, 106, 6)
                .bar(106, 106, 105, 106, 6);

        assertThat(story.lines())
                .containsExactly("1 BUY 1 at 100 TAKER", "2 SELL 0.6 at 105 MAKER in part", "2 SELL 0.4 at 106 MAKER");
    }

    @Test
    void volumeInBaseBecomesContractsAtTheClose() {
        BarArray bars = new BarArray(Timeframe.M1);
        bars.add(0, 100, 130, 90, 120, 2.5);
        Instrument inverse = new Instrument(
                new InstrumentId("test", "BTC/USD"),
                Contract.inverse(BigDecimal.TEN),
                "BTC",
                "USD",
                new BigDecimal("0.1"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);

        // 2.5 at 120 are 300 USD, of which a fifth is 60, which are 6 contracts of 10 USD
        assertThat(new VolumeShare(new BigDecimal("0.2"), inverse).of(bars.volume(0), bars.close(0)))
                .isEqualByComparingTo("6");
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> Fills.share("0")).hasMessageContaining("was 0");
        assertThatThrownBy(() -> Fills.share("1.1")).hasMessageContaining("was 1.1");
    }
}
