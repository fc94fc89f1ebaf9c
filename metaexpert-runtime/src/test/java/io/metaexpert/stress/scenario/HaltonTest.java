package io.metaexpert.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HaltonTest {
    private static final int DIMENSIONS = 6;
    private static final int POINTS = 2_000;

    @Test
    void staysInTheCubeAndIsTheSameForTheSameSeed() {
        for (int i = 0; i < 1_000; i++) {
            double[] point = new Halton(25, 7).point(i);
            assertThat(point).hasSize(25);
            assertThat(Arrays.stream(point).allMatch(x -> x >= 0 && x < 1)).isTrue();
            assertThat(new Halton(25, 7).point(i)).containsExactly(point);
        }
        assertThat(new Halton(25, 8).point(5)).isNotEqualTo(new Halton(25, 7).point(5));
    }

    /** The integral of the product of 2x over the cube is 1. Random points err by about sqrt(((4/3)^6 - 1) / n). */
    @Test
    void integratesBetterThanRandomPoints() {
        double byHalton = 0;
        double byChance = 0;
        for (int seed = 0; seed < 20; seed++) {
            Halton halton = new Halton(DIMENSIONS, seed);
            SplittableRandom random = new SplittableRandom(seed);
            double even = 0;
            double chance = 0;
            for (int i = 0; i < POINTS; i++) {
                even += product(halton.point(i));
                chance += product(random.doubles(DIMENSIONS).toArray());
            }
            byHalton += Math.abs(even / POINTS - 1);
            byChance += Math.abs(chance / POINTS - 1);
        }
        assertThat(byHalton).isLessThan(byChance / 3);
    }

    private static double product(double[] point) {
        return Arrays.stream(point).map(x -> 2 * x).reduce(1, (a, b) -> a * b);
    }

    @Test
    void fillsEveryDimensionEvenly() {
        int[][] counts = new int[25][10];
        Halton halton = new Halton(25, 3);
        for (int i = 0; i < 1_000; i++) {
            double[] point = halton.point(i);
            for (int d = 0; d < 25; d++) {
                counts[d][(int) (point[d] * 10)]++;
            }
        }
        for (int[] count : counts) {
            assertThat(Arrays.stream(count).min().orElseThrow()).isGreaterThan(80);
        }
    }
}
