package io.metaexpert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Timeframe;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rolling windows against windows summed afresh, over as many values as a year has minutes. */
class RollingTest {
    private static final int YEAR = 525_600;

    private static boolean checked(int i, int size) {
        return i % 997 == 0 || i > size - 2_000;
    }

    private static double mean(double[] x, int end, int n) {
        double sum = 0;
        for (int i = end - n + 1; i <= end; i++) {
            sum += x[i];
        }
        return sum / n;
    }

    private static double deviation(double[] x, int end, int n) {
        double mean = mean(x, end, n);
        double squares = 0;
        for (int i = end - n + 1; i <= end; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(squares / n);
    }

    private static double weightedMean(double[] x, int end, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (n - i) * x[end - i];
        }
        return sum / (0.5 * n * (n + 1));
    }

    private static void doesNotDrift(BarArray bars, int n) {
        double[] x = new double[bars.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = bars.close(i);
        }
        double[] mean = Runs.values(bars, new Sma(n));
        double[] weighted = Runs.values(bars, new Wma(n));
        double[] deviation = Runs.values(bars, new StandardDeviation(n));
        for (int i = n; i < x.length; i++) {
            if (checked(i, x.length)) {
                assertThat(mean[i]).isCloseTo(mean(x, i, n), within(1e-12 * x[i]));
                assertThat(weighted[i]).isCloseTo(weightedMean(x, i, n), within(1e-12 * x[i]));
                double expected = deviation(x, i, n);
                assertThat(deviation[i]).isCloseTo(expected, within(1e-9 * expected + 1e-14 * x[i]));
            }
        }
    }

    @Test
    void doesNotDriftOverAYearOfRandomMinutes() {
        doesNotDrift(TestBars.random(YEAR, 11), 20);
    }

    @Test
    void doesNotDriftOverARealYearOfMinutes() {
        doesNotDrift(TestBars.real("bitfinex-spot/1m/BTCUSD-2018-filled.csv.gz", Timeframe.M1, YEAR), 50);
    }

    @Test
    void measuresASmallDeviationAfterAJumpOfAGreatPrice() {
        Random random = new Random(1);
        double[] x = new double[400];
        RollingVariance variance = new RollingVariance(20);
        for (int i = 0; i < x.length; i++) {
            x[i] = (i < 207 ? 1_000_000 : 2_000_000) + random.nextInt(3) * 0.01;
            variance.add(x[i]);
            if (i > 228 || (i > 20 && i < 207)) {
                double expected = deviation(x, i, 20);
                assertThat(variance.standardDeviation()).isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }

    @Test
    void deviatesByNothingOnceAWildMarketStandsStill() {
        Random random = new Random(2);
        RollingVariance variance = new RollingVariance(20);
        for (int i = 0; i < 107; i++) {
            variance.add(50_000 * (1 + 0.1 * random.nextGaussian()));
        }
        for (int i = 0; i < 60; i++) {
            variance.add(48_123.45);
            if (i >= 19) {
                assertThat(variance.standardDeviation()).isLessThan(1e-9);
            }
        }
    }

    @Test
    void sumsToExactlyNothingOnceNothingIsTraded() {
        Random random = new Random(3);
        RollingSum sum = new RollingSum(30);
        for (int i = 0; i < 10_000; i++) {
            sum.add(random.nextDouble() * Math.pow(10, random.nextInt(8) - 4));
        }
        for (int i = 0; i < 30; i++) {
            sum.add(0);
        }
        assertThat(sum.sum()).isZero();
    }

    @Test
    void weighsNothingTradedWithTheNewestPrice() {
        BarArray bars = new BarArray(Timeframe.M1);
        for (int i = 0; i < 40; i++) {
            double price = 100 + i * 0.1;
            bars.add(i * 60_000L, price, price, price, price, i < 20 ? 0.1 * i : 0);
        }

        double[] vwap = Runs.values(bars, new Vwap(5));

        assertThat(vwap[0]).isEqualTo(100);
        assertThat(vwap[22]).isBetween(101.8, 101.91);
        assertThat(vwap[30]).isCloseTo(bars.close(30), within(1e-12));
    }

    @Test
    void knowsTheGreatestOfAnyWindow() {
        Random random = new Random(4);
        for (int n : new int[] {1, 2, 3, 7, 8, 20, 64}) {
            double[] x = random.ints(2_000, 0, 50).asDoubleStream().toArray();
            RollingExtreme extreme = new RollingExtreme(n);
            for (int i = 0; i < x.length; i++) {
                double greatest = x[i];
                for (int j = Math.max(0, i - n + 1); j < i; j++) {
                    greatest = Math.max(greatest, x[j]);
                }
                assertThat(extreme.add(x[i])).isEqualTo(greatest);
            }
        }
    }

    @Test
    void knowsTheGreatestOfAFallingAndOfARisingWindow() {
        RollingExtreme falling = new RollingExtreme(100);
        RollingExtreme rising = new RollingExtreme(100);
        for (int i = 0; i < 100_000; i++) {
            assertThat(falling.add(-i)).isEqualTo(-Math.max(0, i - 99));
            assertThat(rising.add(i)).isEqualTo(i);
        }
    }
}
