package io.metaexpert.testing;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.util.SplittableRandom;

/** Made-up bars that move like a market, with two decimals. */
public final class RandomBars {
    private static final long START_MS = 1_704_067_200_000L;

    private RandomBars() {}

    /** A random walk from 100 whose steps are half a percent or so; the same for the same seed. */
    public static Bars walk(Timeframe timeframe, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BarArray bars = new BarArray(timeframe, count);
        double close = 100;
        for (int i = 0; i < count; i++) {
            double open = close;
            close = cents(open * Math.exp(random.nextGaussian() * 0.005));
            double high = cents(Math.max(open, close) * (1 + random.nextDouble() * 0.003));
            double low = cents(Math.min(open, close) * (1 - random.nextDouble() * 0.003));
            double volume = cents(1 + random.nextDouble() * 9);
            bars.add(
                    START_MS + i * timeframe.lengthMs(),
                    open,
                    Math.max(high, Math.max(open, close)),
                    low,
                    close,
                    volume);
        }
        return bars;
    }

    private static double cents(double value) {
        return Math.rint(value * 100) / 100;
    }
}
