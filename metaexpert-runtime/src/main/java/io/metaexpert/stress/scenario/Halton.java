package io.metaexpert.stress.scenario;

import java.util.SplittableRandom;

/**
 * Points that fill a cube evenly, the more evenly the more there are: the Halton sequence with its digits permuted at random, so that high
 * dimensions are not correlated and every seed gives another sequence. Source: Halton (1960); permuted digits: Braaten and Weller (1979).
 * Immutable.
 */
public final class Halton {
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101
    };
    /** Digits beyond this weight are below what a double of a share needs. */
    private static final double SMALLEST = 1e-9;

    /** By dimension and place of the digit. */
    private final int[][][] permutations;

    /** @param dimensions at most 26 */
    public Halton(int dimensions, long seed) {
        if (dimensions > PRIMES.length) {
            throw new IllegalArgumentException("at most " + PRIMES.length + " dimensions, were " + dimensions);
        }
        permutations = new int[dimensions][][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int d = 0; d < dimensions; d++) {
            int base = PRIMES[d];
            int places = (int) Math.ceil(-Math.log(SMALLEST) / Math.log(base));
            permutations[d] = new int[places][];
            for (int place = 0; place < places; place++) {
                permutations[d][place] = permutation(base, random);
            }
        }
    }

    private static int[] permutation(int base, SplittableRandom random) {
        int[] digits = new int[base];
        for (int i = 0; i < base; i++) {
            int other = random.nextInt(i + 1);
            digits[i] = digits[other];
            digits[other] = i;
        }
        return digits;
    }

    /** Point {@code index}, from 0; each coordinate is at least 0 and below 1. */
    public double[] point(int index) {
        double[] point = new double[permutations.length];
        for (int d = 0; d < point.length; d++) {
            int base = PRIMES[d];
            double weight = 1.0 / base;
            int rest = index + 1;
            for (int[] permutation : permutations[d]) {
                point[d] += permutation[rest % base] * weight;
                rest /= base;
                weight /= base;
            }
        }
        return point;
    }
}
