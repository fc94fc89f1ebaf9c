package io.metaexpert.stress.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.Timeframe;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.Scenario;
import io.metaexpert.stress.scenario.ScenarioId;
import io.metaexpert.stress.scenario.ScenarioSource;
import io.metaexpert.stress.scenario.Trader;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MarketMakerTest {
    private static final long START = Instant.parse("2024-01-03T00:00:00Z").toEpochMilli();
    private static final int CALM = 12;

    private final ScenarioSource source = new ScenarioSource(List.of(Trader.ALWAYS_MAX));

    private Scenario scenario(String id) {
        return source.draw(ScenarioId.parse(id).orElseThrow());
    }

    private static Schedule schedule(Scenario scenario, OptionalLong event) {
        return Schedule.of(scenario, Timeframe.M15, START, 0, CALM, event);
    }

    private static MarketData make(Scenario scenario, Schedule schedule, int sign) {
        return new MarketMaker(scenario, schedule, sign, 10_000, 50)
                .make(Listings.builtIn(scenario, "binance"))
                .getFirst();
    }

    @Test
    void makesTheSameMarketAgain() {
        Scenario scenario = scenario("3-t4-cascade");
        Schedule schedule = schedule(scenario, OptionalLong.empty());

        Ticks first = make(scenario, schedule, -1).real();
        Ticks second = make(scenario, schedule, -1).real();

        assertThat(second.size()).isEqualTo(first.size()).isGreaterThan(500);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.bid(i)).isEqualTo(first.bid(i));
            assertThat(second.timeMs(i)).isEqualTo(first.timeMs(i));
        }
    }

    @Test
    void isTheSameBeforeTheEventWhereverThatIs() {
        Scenario scenario = scenario("3-t4-gap");
        long early = START + 50 * 60_000;
        Ticks calm = make(scenario, schedule(scenario, OptionalLong.empty()).calm(CALM), -1)
                .real();
        Ticks eventful =
                make(scenario, schedule(scenario, OptionalLong.of(early)), -1).real();

        int event = eventful.indexAtOrAfter(early);
        assertThat(event).isEqualTo(calm.indexAtOrAfter(early)).isGreaterThan(20);
        for (int i = 0; i < event; i++) {
            assertThat(eventful.ask(i)).isEqualTo(calm.ask(i));
        }
    }

    @Test
    void jumpsByTheMoveBetweenTwoQuotes() {
        for (int index = 0; index < 20; index++) {
            Scenario scenario = scenario("1-t" + index + "-gap");
            Schedule schedule = schedule(scenario, OptionalLong.empty());
            for (int sign : new int[] {-1, 1}) {
                MarketData data = make(scenario, schedule, sign);
                Ticks ticks = data.real();
                int after = ticks.indexAtOrAfter(schedule.eventMs());
                double jump = middle(ticks, after) / middle(ticks, after - 1) - 1;
                double move = scenario.episode(Family.GAP)
                        .orElseThrow()
                        .move(data.traded().major());

                assertThat(jump).isCloseTo(sign * move, within(0.02));
            }
        }
    }

    @Test
    void showsNothingWhileBlindAndNoBarThatClosesThen() {
        Scenario scenario = longest("outage");
        Schedule schedule = schedule(scenario, OptionalLong.of(START + 100 * 60_000));
        long sight = schedule.eventMs() + (long) (scenario.eventSeconds() * 1_000);

        MarketData data = make(scenario, schedule, -1);

        Ticks shown = data.shown();
        for (int i = 0; i < shown.size(); i++) {
            assertThat(shown.timeMs(i) < schedule.eventMs() || shown.timeMs(i) >= sight)
                    .isTrue();
        }
        assertThat(data.real().size()).isGreaterThan(shown.size());
        Bars bars = data.bars();
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.closeTimeMs(i) < schedule.eventMs() || bars.closeTimeMs(i) >= sight)
                    .isTrue();
        }
    }

    private Scenario longest(String group) {
        Scenario longest = scenario("1-t0-" + group);
        for (int i = 1; i < 50; i++) {
            Scenario other = scenario("1-t" + i + "-" + group);
            longest = other.eventSeconds() > longest.eventSeconds() ? other : longest;
        }
        return longest;
    }

    @Test
    void widensTheSpreadByTheFactorAndThinsTheDepth() {
        Scenario wide = scenario("1-t1-spread");
        Scenario thin = scenario("1-t1-liquidity");

        assertThat(ratio(wide, true))
                .isCloseTo(wide.episode(Family.SPREAD).orElseThrow().factor(), within(3.0));
        assertThat(ratio(thin, false))
                .isCloseTo(thin.episode(Family.LIQUIDITY).orElseThrow().factor(), within(0.2));
    }

    /** Of the mean in the event to that before it: spread, or depth in quote currency. */
    private static double ratio(Scenario scenario, boolean spread) {
        Schedule schedule = schedule(scenario, OptionalLong.empty());
        Ticks ticks = make(scenario, schedule, -1).real();
        double before = 0;
        double within = 0;
        int beforeCount = 0;
        int withinCount = 0;
        for (int i = 0; i < ticks.size(); i++) {
            double value =
                    spread ? (ticks.ask(i) - ticks.bid(i)) / middle(ticks, i) : ticks.bidSize(i) * middle(ticks, i);
            if (ticks.timeMs(i) < schedule.eventMs()) {
                before += value;
                beforeCount++;
            } else if (ticks.timeMs(i) < schedule.eventEndMs()) {
                within += value;
                withinCount++;
            }
        }
        return within / withinCount / (before / beforeCount);
    }

    private static double middle(Ticks ticks, int i) {
        return (ticks.bid(i) + ticks.ask(i)) / 2;
    }

    @Test
    void quotesShortlyBeforeEveryCloseOfABar() {
        Scenario scenario = scenario("1-t2-flash-crash");
        Schedule schedule = schedule(scenario, OptionalLong.empty());
        Ticks ticks = make(scenario, schedule, -1).real();

        for (long close = START + 15 * 60_000; close < schedule.endMs(); close += 15 * 60_000) {
            int last = ticks.indexAtOrAfter(close) - 1;
            assertThat(close - ticks.timeMs(last)).isLessThanOrEqualTo(1_000);
        }
    }
}
