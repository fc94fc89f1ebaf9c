package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.performance.EquityCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final int MAX = 1_000;

    @Test
    void keepsThePeakAndTheLowOfEveryDrawdownThatFits() {
        for (int seed = 0; seed < 20; seed++) {
            double[] equity = walk(seed, 20_000, 0.0003);

            int[] points = points(equity);

            List<int[]> drawdowns = drawdowns(equity);
            assertThat(drawdowns).hasSizeBetween(5, 5_000);
            drawdowns.sort((a, b) -> Double.compare(depth(equity, a), depth(equity, b)));
            // Half of the points are for drawdowns, two each.
            for (int[] drawdown : drawdowns.subList(0, Math.min(drawdowns.size(), MAX / 4))) {
                assertThat(Arrays.binarySearch(points, drawdown[0])).isNotNegative();
                assertThat(Arrays.binarySearch(points, drawdown[1])).isNotNegative();
            }
        }
    }

    @Test
    void staysWithinTheLimitAndKeepsBothEndsAndTheHighest() {
        for (int seed = 0; seed < 20; seed++) {
            double[] equity = walk(seed, 5_000 + seed * 777, 0);

            int[] points = points(equity);

            assertThat(points.length).isBetween(MAX / 4, MAX);
            assertThat(points).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(equity.length - 1);
            double highest = Arrays.stream(equity).max().orElseThrow();
            assertThat(Arrays.stream(points).mapToDouble(i -> equity[i]).max()).hasValue(highest);
        }
    }

    @Test
    void keepsAShortCurveWhole() {
        assertThat(points(walk(1, MAX, 0))).hasSize(MAX);
    }

    private static int[] points(double[] equity) {
        return Decimation.equity(new EquityCurve(new long[equity.length], equity, equity.length), 100, MAX);
    }

    private static double[] walk(int seed, int size, double drift) {
        var random = new Random(seed);
        double[] equity = new double[size];
        double value = 100;
        for (int i = 0; i < size; i++) {
            value *= Math.exp(random.nextGaussian() * 0.001 + drift);
            equity[i] = value;
        }
        return equity;
    }

    private static double depth(double[] equity, int[] drawdown) {
        return equity[drawdown[1]] / equity[drawdown[0]] - 1;
    }

    /** Peak and low of each, by a plain loop; the first peak must be a point, not the start capital. */
    private static List<int[]> drawdowns(double[] equity) {
        List<int[]> found = new ArrayList<>();
        int peak = 0;
        int low = 0;
        for (int i = 1; i <= equity.length; i++) {
            if (i == equity.length || equity[i] >= equity[peak]) {
                if (low > peak && equity[peak] >= 100) {
                    found.add(new int[] {peak, low});
                }
                peak = i;
                low = i;
            } else if (low == peak || equity[i] < equity[low]) {
                low = i;
            }
        }
        return found;
    }
}
