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

class MetricsCalculatorTest {
    private static final InstrumentId ID = new InstrumentId("test", "BTC/USDT");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void findsTheDeepestDrawdownAndItsLength() {
        var metrics = metrics(List.of(), 100, 110, 99, 104.5, 110, 120, 114, 120);

        var drawdowns = metrics.drawdowns();
        assertThat(drawdowns.max()).isCloseTo(-0.1, within(1e-12));
        assertThat(drawdowns.average()).isCloseTo(-0.075, within(1e-12));
        assertThat(drawdowns.count()).isEqualTo(2);
        assertThat(drawdowns.longest()).isEqualTo(Duration.ofDays(3));
        assertThat(drawdowns.averageLength()).isEqualTo(Duration.ofHours(60));
        assertThat(drawdowns.timeUnderWater()).isEqualTo(3 / 8.0);
        assertThat(drawdowns.deepest()).hasValue(new Metrics.Deepest(-11, close(1), close(2), close(4), true));
        assertThat(metrics.returns().peakEquity()).isEqualTo(120);
    }

    @Test
    void countsALossFromTheStartCapitalAsADrawdown() {
        var metrics = metrics(List.of(), 90, 95);

        assertThat(metrics.drawdowns().max()).isCloseTo(-0.1, within(1e-12));
        assertThat(metrics.drawdowns().deepest()).hasValue(new Metrics.Deepest(-10, START, close(0), close(1), false));
    }

    @Test
    void annualisesDailyReturnsOver365Days() {
        var metrics = metrics(List.of(), 100, 110, 99);

        // Returns +10 % and -10 %: g = sqrt(0.99) - 1, sample variance 0.02, downside sqrt(0.01 / 2).
        double annual = Math.pow(0.99, 365 / 2.0) - 1;
        double volatility = Math.sqrt(Math.pow(0.02 + 0.99, 365) - Math.pow(0.99, 365));
        assertThat(metrics.period().daysPerYear()).isEqualTo(365);
        assertThat(metrics.returns().annualReturn()).isCloseTo(annual, within(1e-12));
        assertThat(metrics.risk().volatility()).isCloseTo(volatility, within(1e-9));
        assertThat(metrics.risk().sharpe()).isCloseTo(annual / volatility, within(1e-9));
        assertThat(metrics.risk().sortino()).isCloseTo(annual / (Math.sqrt(0.005) * Math.sqrt(365)), within(1e-9));
        assertThat(metrics.risk().calmar()).isCloseTo(annual / 0.1, within(1e-9));
        assertThat(metrics.risk().omega()).isCloseTo(1, within(1e-12));
        assertThat(metrics.returns().cagr()).isCloseTo(Math.pow(0.99, 365.25 / 3) - 1, within(1e-12));
    }

    @Test
    void summarisesRoundTrips() {
        var trips = List.of(
                trip(PositionSide.LONG, 0, 1, 100, "20"),
                trip(PositionSide.LONG, 2, 2, 100, "10"),
                trip(PositionSide.SHORT, 3, 5, 200, "-20"),
                trip(PositionSide.LONG, 6, 7, 100, "0"));

        var metrics = metrics(trips, 100, 120, 130, 110, 110, 110, 110, 110, 110, 110);

        var trades = metrics.trades();
        assertThat(trades.count()).isEqualTo(4);
        assertThat(trades.winRate()).isEqualTo(0.5);
        assertThat(metrics.longs()).isEqualTo(new Metrics.SideTrades(3, 2 / 3.0, 30));
        assertThat(metrics.shorts()).isEqualTo(new Metrics.SideTrades(1, 0, -20));
        assertThat(trades.moneyProfitFactor()).isEqualTo(1.5);
        assertThat(trades.profitFactor()).isCloseTo(0.3 / 0.1, within(1e-12));
        assertThat(trades.expectancy()).isEqualTo(2.5);
        assertThat(trades.expectedReturn()).isCloseTo(0.05, within(1e-12));
        assertThat(trades.averageWin()).isEqualTo(15);
        assertThat(trades.largestWin()).isEqualTo(20);
        assertThat(trades.averageLoss()).isEqualTo(-20);
        assertThat(trades.largestLoss()).isEqualTo(-20);
        assertThat(trades.longestWinStreak()).isEqualTo(2);
        assertThat(trades.longestLossStreak()).isEqualTo(1);
        assertThat(trades.kelly()).isCloseTo(0.5 - 0.5 / 0.75, within(1e-12));
        assertThat(trades.sqn()).isCloseTo(2 * 2.5 / Math.sqrt(875 / 3.0), within(1e-12));
        assertThat(trades.perDay()).isCloseTo(0.4, within(1e-12));
        assertThat(trades.exposure()).isEqualTo(0.8);
        assertThat(trades.holding()).hasValue(new Metrics.Holding(DAY, DAY, Duration.ofDays(2)));
    }

    @Test
    void countsOverlappingRoundTripsOnceInTheExposure() {
        var trips = List.of(
                trip(PositionSide.LONG, 1, 3, 100, "1"),
                trip(PositionSide.LONG, 2, 2, 100, "1"),
                trip(PositionSide.LONG, 0, 4, 100, "1"));

        assertThat(metrics(trips, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).trades().exposure())
                .isEqualTo(0.5);
    }

    @Test
    void leavesUndefinedWhatHasNoValue() {
        var metrics = metrics(List.of(), 100, 100, 100);

        assertThat(metrics.risk()).isEqualTo(new Metrics.Risk(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        assertThat(metrics.trades().winRate()).isNaN();
        assertThat(metrics.trades().profitFactor()).isNaN();
        assertThat(metrics.trades().kelly()).isNaN();
        assertThat(metrics.trades().holding()).isEmpty();
        assertThat(metrics.drawdowns().deepest()).isEmpty();
        assertThat(metrics.drawdowns().max()).isZero();
    }

    @Test
    void countsTurnoverAgainstTheMeanEquity() {
        var curve = curve(100, 200);

        var costs = MetricsCalculator.compute(
                        new MetricsInput(100, START.toEpochMilli(), curve, List.of(), 4, 450, 3, 2, 10, 15))
                .costs();

        assertThat(costs).isEqualTo(new Metrics.Costs(4, 450, 3, 3, 2));
    }

    @Test
    void drawdownsStayBetweenZeroAndTheLossOfAllOnAnyWalk() {
        var random = new Random(11);
        for (int run = 0; run < 200; run++) {
            double[] equity = new double[1 + random.nextInt(300)];
            double value = 100;
            for (int i = 0; i < equity.length; i++) {
                value *= Math.exp(random.nextGaussian() * 0.05);
                equity[i] = value;
            }

            var metrics = metrics(List.of(), equity);

            double worst = 0;
            for (int i = 0; i < equity.length; i++) {
                worst = Math.min(worst, equity[i] / 100 - 1);
                for (int j = 0; j < i; j++) {
                    worst = Math.min(worst, equity[i] / equity[j] - 1);
                }
            }
            var drawdowns = metrics.drawdowns();
            assertThat(drawdowns.max()).isCloseTo(worst, within(1e-12)).isBetween(-1.0, 0.0);
            assertThat(drawdowns.average()).isBetween(drawdowns.max(), 0.0);
            assertThat(drawdowns.averageLength()).isLessThanOrEqualTo(drawdowns.longest());
        }
    }

    @Test
    void profitsOfTheSidesAddUpToTheSumOfTheRoundTrips() {
        var random = new Random(5);
        List<RoundTrip> trips = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            double profit = random.nextInt(2_001) - 1_000;
            sum += profit;
            trips.add(trip(random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT, 0, 1, 100, "" + profit));
        }

        var metrics = metrics(trips, 100, 100);

        assertThat(metrics.longs().profit() + metrics.shorts().profit()).isEqualTo(sum);
        assertThat(metrics.trades().expectancy() * 500).isCloseTo(sum, within(1e-9));
    }

    private static Metrics metrics(List<RoundTrip> trips, double... equity) {
        return MetricsCalculator.compute(
                new MetricsInput(100, START.toEpochMilli(), curve(equity), trips, 0, 0, 0, 0, 10, 15));
    }

    private static EquityCurve curve(double... equity) {
        long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = close(i).toEpochMilli();
        }
        return new EquityCurve(times, equity, equity.length);
    }

    private static Instant close(int day) {
        return START.plus(DAY.multipliedBy(day + 1L));
    }

    private static RoundTrip trip(PositionSide side, int entryDay, int exitDay, int price, String profit) {
        return new RoundTrip(
                ID,
                side,
                START.plus(DAY.multipliedBy(entryDay)),
                START.plus(DAY.multipliedBy(exitDay)),
                BigDecimal.valueOf(price),
                BigDecimal.valueOf(price),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(profit),
                BigDecimal.ZERO,
                "",
                "",
                false);
    }
}
