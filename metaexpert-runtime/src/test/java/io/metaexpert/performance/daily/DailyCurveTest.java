package io.metaexpert.performance.daily;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.performance.EquityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DailyCurveTest {
    @Test
    void countsACloseAtMidnightToTheDayThatEnds() {
        long midnight = Days.START_MS + Days.DAY_MS;
        var curve = new EquityCurve(
                new long[] {midnight - 60_000, midnight, midnight + 60_000}, new double[] {101, 102, 103}, 3);

        var days = DailyCurve.of(curve, 100);

        assertThat(days.size()).isEqualTo(2);
        assertThat(days.equity(0)).isEqualTo(102);
        assertThat(days.profit(0)).isEqualTo(2);
        assertThat(days.profit(1)).isEqualTo(1);
        assertThat(days.returns()).containsExactly(103 / 102.0 - 1);
    }

    @Test
    void takesTheLastPointOfEveryDayWhateverTheSteps() {
        var random = new Random(17);
        for (int run = 0; run < 300; run++) {
            int size = random.nextInt(400);
            long[] times = new long[size];
            double[] equity = new double[size];
            long step = 1 + random.nextLong(60 * 60 * 48);
            long time = Days.START_MS;
            List<Double> expected = new ArrayList<>();
            long day = Long.MIN_VALUE;
            for (int i = 0; i < size; i++) {
                time += 1_000L * (1 + random.nextLong(step));
                times[i] = time;
                equity[i] = i;
                long thisDay = (time - 1) / Days.DAY_MS;
                if (thisDay == day) {
                    expected.remove(expected.size() - 1);
                }
                expected.add(equity[i]);
                day = thisDay;
            }

            var days = DailyCurve.of(new EquityCurve(times, equity, size), 1);

            List<Double> found = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                found.add(days.equity(i));
            }
            assertThat(found).isEqualTo(expected);
        }
    }
}
