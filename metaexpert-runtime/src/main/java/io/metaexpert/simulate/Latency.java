package io.metaexpert.simulate;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long a request takes to the exchange; whole milliseconds. Immutable. */
public sealed interface Latency {
    /** Requests arrive at once. */
    static Latency none() {
        return new Fixed(Duration.ZERO);
    }

    /** The milliseconds of one request. */
    long drawMs(SplittableRandom random);

    /** Whether every request arrives at once. */
    default boolean isNone() {
        return this instanceof Fixed(var length) && length.isZero();
    }

    /** Always the same. */
    record Fixed(Duration length) implements Latency {
        public Fixed {
            notNegative(length);
        }

        @Override
        public long drawMs(SplittableRandom random) {
            return length.toMillis();
        }
    }

    /** Every length in between is equally likely. */
    record Uniform(Duration least, Duration most) implements Latency {
        public Uniform {
            notNegative(least);
            notNegative(most.minus(least));
        }

        @Override
        public long drawMs(SplittableRandom random) {
            return random.nextLong(least.toMillis(), most.toMillis() + 1);
        }
    }

    /** A normal distribution without its part below zero. */
    record Normal(Duration mean, Duration deviation) implements Latency {
        public Normal {
            notNegative(mean);
            notNegative(deviation);
        }

        @Override
        public long drawMs(SplittableRandom random) {
            double drawn;
            do {
                drawn = mean.toMillis() + deviation.toMillis() * gaussian(random);
            } while (drawn < 0);
            return Math.round(drawn);
        }
    }

    /**
     * A log-normal distribution: mostly near the median, at times many times as long.
     *
     * @param sigma standard deviation of the logarithm; 0.5 puts one request in twenty above 2.3 times the median
     */
    record LogNormal(Duration median, double sigma) implements Latency {
        /** No request takes longer, whatever is drawn. */
        private static final double MOST_MS = Duration.ofHours(1).toMillis();

        public LogNormal {
            notNegative(median);
            if (!(sigma >= 0 && sigma <= 5)) {
                throw new IllegalArgumentException("sigma must be from 0 to 5, was " + sigma);
            }
        }

        @Override
        public long drawMs(SplittableRandom random) {
            double drawn = median.toMillis() * StrictMath.exp(sigma * gaussian(random));
            return Math.round(Math.min(MOST_MS, drawn));
        }
    }

    private static void notNegative(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("a latency must not be negative, was " + length);
        }
    }

    /** By Box and Muller (1958), as what the JDK draws may differ between its versions. */
    private static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
