package io.metaexpert.performance.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Timeframe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegimeCalculatorTest {
    @Test
    void nothingOfADayOrAfterItDecidesItsRegime() {
        var random = new Random(2);
        for (int run = 0; run < 50; run++) {
            double[] closes = walk(random, 200, 0.03);
            Regime[] known = RegimeRule.of(closes);
            int cut = 45 + random.nextInt(150);
            double[] other = Arrays.copyOf(closes, closes.length);
            for (int i = cut; i < other.length; i++) {
                other[i] = closes[i] * (0.5 + random.nextDouble());
            }

            Regime[] changed = RegimeRule.of(other);

            // The regime of day d is the one known after the close of d - 1.
            assertThat(Arrays.copyOf(changed, cut)).isEqualTo(Arrays.copyOf(known, cut));
        }
    }

    @Test
    void tellsTrendsAndTheirRestlessness() {
        double[] closes = new double[160];
        closes[0] = 100;
        for (int i = 1; i < closes.length; i++) {
            // Quiet and without direction, then a steady rise, then a wild fall, then wild without direction.
            double wild = (i % 2 == 0 ? 1 : -1) * 0.05;
            double move = i < 70
                    ? (i % 2 == 0 ? 1 : -1) * 0.001 * (1 + i % 3)
                    : i < 100 ? 0.01 : i < 130 ? wild - 0.02 : wild;
            closes[i] = closes[i - 1] * (1 + move);
        }

        Regime[] known = RegimeRule.of(closes);

        assertThat(Arrays.copyOf(known, 39)).containsOnly(Regime.UNKNOWN);
        assertThat(known[39]).isNotEqualTo(Regime.UNKNOWN);
        assertThat(known[95]).isEqualTo(Regime.UP_CALM);
        assertThat(known[125]).isEqualTo(Regime.DOWN_VOLATILE);
        assertThat(known[159]).isEqualTo(Regime.SIDEWAYS_VOLATILE);
    }

    @Test
    void daysProfitsAndReturnsOfTheRegimesMakeUpTheRun() {
        var random = new Random(77);
        for (int run = 0; run < 20; run++) {
            int size = 90 + random.nextInt(300);
            double[] equity = walk(random, size, 0.02);
            double[] closes = walk(random, size, 0.03);
            var curve = Days.curve(100, equity);
            var asset = new HeldAsset(Days.instrument("BTC/USD", ContractType.SPOT), Days.bars(0, 100, closes), 0);
            var held = HeldTime.of(
                    List.of(Days.trip(Days.START_MS, Days.START_MS + size * Days.DAY_MS / 2)),
                    Days.START_MS,
                    Days.START_MS + size * Days.DAY_MS);

            var parts = RegimeCalculator.of(curve, held, asset).parts();

            assertThat(parts).extracting(RegimeSplit.Part::regime).containsExactly(Regime.values());
            assertThat(parts.stream().mapToInt(RegimeSplit.Part::days).sum()).isEqualTo(size);
            assertThat(parts.stream().mapToDouble(RegimeSplit.Part::profit).sum())
                    .isCloseTo(equity[size - 1] - 100, within(1e-9));
            double growth = 1;
            double market = 1;
            double exposedDays = 0;
            for (var part : parts) {
                growth *= part.days() == 0 ? 1 : 1 + part.totalReturn();
                market *= part.days() == 0 ? 1 : 1 + part.marketReturn();
                exposedDays += part.days() == 0 ? 0 : part.exposure() * part.days();
            }
            assertThat(growth).isCloseTo(equity[size - 1] / 100, within(1e-9));
            assertThat(market).isCloseTo(closes[size - 1] / 100, within(1e-9));
            assertThat(exposedDays).isCloseTo(size / 2.0, within(1e-6));
        }
    }

    @Test
    void barsBeforeTheRunCountAsHistory() {
        double[] closes = walk(new Random(5), 80, 0.03);
        var bars = Days.bars(-45, 100, closes);
        var curve = Days.curve(100, walk(new Random(6), 35, 0.02));
        var asset = new HeldAsset(Days.instrument("BTC/USD", ContractType.SPOT), bars, 45);

        Map<Regime, Integer> days =
                RegimeCalculator.of(curve, HeldTime.of(List.of(), Days.START_MS, Days.START_MS), asset).parts().stream()
                        .collect(Collectors.toMap(RegimeSplit.Part::regime, RegimeSplit.Part::days));

        assertThat(days.get(Regime.UNKNOWN)).isZero();
    }

    @Test
    void aShortRunIsNotSplitAndSaysWhy() {
        var curve = Days.curve(100, walk(new Random(1), 69, 0.01));
        var asset = new HeldAsset(
                Days.instrument("BTC/USD", ContractType.SPOT), Days.bars(0, 100, walk(new Random(2), 69, 0.01)), 0);

        var split = RegimeCalculator.of(curve, HeldTime.of(List.of(), Days.START_MS, Days.START_MS), asset);

        assertThat(split.parts()).isEmpty();
        assertThat(split.missing())
                .isEqualTo("the rule knows the market after 40 days of prices and needs 30 days of the run after that,"
                        + " there are 29");
    }

    @Test
    void barsLongerThanADayAreNotSplit() {
        BarArray weeks = new BarArray(Timeframe.W1);
        var asset = new HeldAsset(Days.instrument("BTC/USD", ContractType.SPOT), weeks, 0);

        var split = RegimeCalculator.of(Days.curve(100), HeldTime.of(List.of(), 0, 0), asset);

        assertThat(split.missing()).isEqualTo("bars of 1w are longer than a day");
    }

    private static double[] walk(Random random, int size, double deviation) {
        double[] values = new double[size];
        double value = 100;
        for (int i = 0; i < size; i++) {
            value *= Math.exp(random.nextGaussian() * deviation);
            values[i] = value;
        }
        return values;
    }
}
