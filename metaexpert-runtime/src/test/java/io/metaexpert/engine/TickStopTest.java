package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.TickArray;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import io.metaexpert.order.OrderSize;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.protection.Protections;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stops between the bars: at the exchange, and watched by the process. */
class TickStopTest {
    private final TickArray ticks = new TickArray();
    private final DepthArray depth = new DepthArray();
    private long ms = 1_000;

    private TickStopTest trades(double... prices) {
        for (double price : prices) {
            ticks.trade(ms, price, 1, 1);
            ms += 1_000;
        }
        return this;
    }

    private ProtectionStory story(ProtectionSettings settings) {
        return story(settings, FillSettings.USUAL.with(FillModel.TICKS, FillSettings.USUAL.assumption()));
    }

    private ProtectionStory story(ProtectionSettings settings, FillSettings fills) {
        return ProtectionStory.overTicks(
                ProtectionStory.with(settings).fills(fills).tape(new Tape(ticks, depth, SequenceRule.RANGES)),
                ctx -> ctx.buy(OrderSize.base("1")));
    }

    @Test
    void theExchangesStopFillsAtTheTradeThatTriggersIt() {
        trades(100, 100, 99, 97.5, 97);

        ProtectionStory story = story(Protections.bracket("2%", "4%"));
        assertThat(story.exits()).containsExactly("97.5 stop-loss");
        assertThat(story.guards()).isEmpty();
    }

    @Test
    void itFollowsTheTrades() {
        trades(100, 100, 102, 104, 103, 101.9, 101);

        ProtectionStory story = story(Protections.trailing("2%"));
        // 2 % below 104 is 101.92, rounded up
        assertThat(story.exits()).containsExactly("101.9 trailing stop");
    }

    @Test
    void itIsMovedNoMoreThanOnceASecond() {
        trades(100, 100);
        for (int i = 1; i <= 20; i++) {
            ticks.trade(ms, 100 + i, 1, 1);
            ms += 100;
        }
        trades(119);

        ProtectionStory story = story(Protections.trailing("5%"));
        long moves =
                story.lines().stream().filter(line -> line.contains(" now ")).count();
        assertThat(moves).isBetween(2L, 4L);
        assertThat(story.stops()).containsExactly("SELL 114 x 1");
    }

    @Test
    void aSingleWrongTickMovesNothing() {
        trades(100, 100, 150, 100, 99, 99);

        assertThat(story(Protections.trailing("2%")).exits()).isEmpty();
    }

    @Test
    void withLatencyTheStopOfAnEntryArrivesLater() {
        FillSettings late = new FillSettings(
                FillModel.TICKS,
                FillSettings.USUAL.assumption(),
                new Latency.Fixed(Duration.ofMillis(1_500)),
                Optional.empty(),
                BigDecimal.ZERO,
                1);
        // sent at 1, there at 2.5, filled at 3; its stop is there at 4.5 and meets the trade at 5
        trades(100, 100, 100, 97, 96, 96);

        assertThat(story(Protections.stopLoss("2%"), late).exits()).containsExactly("96 stop-loss");
    }

    @Test
    void aStopThatTheProcessHoldsWantsTwoTicks() {
        trades(100, 100, 97, 99, 97.5, 97.4, 97.3);

        ProtectionStory story = story(Protections.client(Protections.stopLoss("2%")));
        // 97 alone is not enough; 97.5 and 97.4 are, and the next trade fills it
        assertThat(story.exits()).containsExactly("97.3 stop-loss");
        assertThat(story.stops()).isEmpty();
    }

    @Test
    void aStopThatTheProcessHoldsIsSentAgainUntilThePositionIsClosed() {
        FillSettings parts = new FillSettings(
                FillModel.TICKS,
                FillSettings.USUAL.assumption(),
                Latency.none(),
                Optional.of(new BigDecimal("0.5")),
                BigDecimal.ZERO,
                1);
        trades(100, 100, 100, 97, 97, 97, 97, 97, 97);

        ProtectionStory story = story(Protections.client(Protections.stopLoss("2%")), parts);
        assertThat(story.position().isFlat()).isTrue();
    }

    @Test
    void aBookIsEatenByTheStop() {
        trades(100, 100);
        depth.snapshot(500, 1, 0);
        depth.bid(100, 5);
        depth.ask(100.1, 5);
        depth.diff(2_500, 2, 2, -1, 2);
        depth.bid(100, 0);
        depth.bid(97, 0.4);
        depth.bid(96, 5);
        trades(97.5, 97);

        ProtectionStory story = story(
                Protections.stopLoss("2%"), FillSettings.USUAL.with(FillModel.BOOK, FillSettings.USUAL.assumption()));
        // 0.4 at 97 and 0.6 at 96
        assertThat(story.exits()).containsExactly("96.4 stop-loss");
    }
}
