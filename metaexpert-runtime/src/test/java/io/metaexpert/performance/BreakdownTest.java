package io.metaexpert.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @Test
    void groupsBySymbolSideAndExitAndPutsWhatEarnedMostFirst() {
        var breakdown = Breakdown.of(List.of(
                trip("BTC/USDT", PositionSide.LONG, "stop", "-10", 1),
                trip("ETH/USDT", PositionSide.SHORT, "target", "30", 3),
                trip("ETH/USDT", PositionSide.LONG, "target", "-6", 5)));

        assertThat(breakdown.symbols()).extracting(Breakdown.Group::key).containsExactly("ETH/USDT", "BTC/USDT");
        assertThat(breakdown.sides()).extracting(Breakdown.Group::key).containsExactly("SHORT", "LONG");
        assertThat(breakdown.exitReasons()).extracting(Breakdown.Group::key).containsExactly("target", "stop");
        assertThat(breakdown.symbols().get(0))
                .isEqualTo(new Breakdown.Group(
                        "ETH/USDT", 2, 1, 1, 0.5, 24, 5, 12, 30, -6, 30, -6, 2, 0.5, Duration.ofDays(4)));
    }

    @Test
    void leavesUndefinedWhatAGroupHasNot() {
        var group = Breakdown.of(List.of(trip("A/B", PositionSide.LONG, "", "5", 1)))
                .sides()
                .get(0);

        assertThat(group.profitFactor()).isNaN();
        assertThat(group.averageLoss()).isNaN();
        assertThat(group.largestLoss()).isNaN();
        assertThat(Breakdown.of(List.of()).symbols()).isEmpty();
    }

    @Test
    void everyListHoldsEveryRoundTripOnceHoweverManyReasonsThereAre() {
        var random = new Random(3);
        for (int run = 0; run < 50; run++) {
            List<RoundTrip> trips = new ArrayList<>();
            double profit = 0;
            int reasons = 1 + random.nextInt(80);
            for (int i = 0; i < 300; i++) {
                int amount = random.nextInt(201) - 100;
                profit += amount;
                var side = random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT;
                trips.add(trip("S" + random.nextInt(5) + "/X", side, "r" + random.nextInt(reasons), "" + amount, 1));
            }

            var breakdown = Breakdown.of(trips);

            for (var groups : List.of(breakdown.symbols(), breakdown.sides(), breakdown.exitReasons())) {
                assertThat(groups.stream().mapToInt(Breakdown.Group::count).sum())
                        .isEqualTo(300);
                assertThat(groups.stream().mapToDouble(Breakdown.Group::profit).sum())
                        .isCloseTo(profit, within(1e-9));
                assertThat(groups.stream().mapToDouble(Breakdown.Group::fees).sum())
                        .isCloseTo(300, within(1e-9));
            }
            assertThat(breakdown.exitReasons()).hasSizeLessThanOrEqualTo(Breakdown.MAX_GROUPS);
        }
    }

    @Test
    void gathersTheRarestReasonsInTheLastGroup() {
        List<RoundTrip> trips = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (int k = 0; k <= i; k++) {
                trips.add(trip("A/B", PositionSide.LONG, "reason " + i, i < 11 ? "1000" : "1", 1));
            }
        }

        var reasons = Breakdown.of(trips).exitReasons();

        var last = reasons.get(reasons.size() - 1);
        assertThat(reasons).hasSize(30);
        assertThat(last.key()).isEqualTo("11 other reasons");
        assertThat(last.count()).isEqualTo(66);
        assertThat(last.largestWin()).isEqualTo(1000);
        assertThat(reasons.get(0).key()).isEqualTo("reason 39");
    }

    private static RoundTrip trip(String symbol, PositionSide side, String exit, String profit, int days) {
        return new RoundTrip(
                new InstrumentId("test", symbol),
                side,
                START,
                START.plus(Duration.ofDays(days)),
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.ONE,
                new BigDecimal(profit),
                new BigDecimal("0.25"),
                "entry",
                exit,
                false);
    }
}
