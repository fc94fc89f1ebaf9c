package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Made-up bars: geometric Brownian motion whose drift and volatility change between calm, rising, falling and wild stretches. Equal
 * parameters give equal bars on every machine: {@link Random} is specified bit by bit, and {@link StrictMath} too.
 *
 * @param count how many bars
 * @param start the first open time, on a boundary of the timeframe
 * @param price the first open
 * @param volatility annual standard deviation of the log return, as a fraction (0.6 = 60 %)
 */
public record SyntheticBars(int count, Timeframe timeframe, long seed, Instant start, double price, double volatility) {
    private static final int MAX_BARS = 20_000_000;
    private static final double YEAR_MS = 365.0 * 86_400_000;
    private static final int STEPS = 8;
    private static final double MEAN_STRETCH = 400;

    /** @param drift annual, in units of the volatility */
    private record Regime(double drift, double volatility) {}

    private static final List<Regime> REGIMES =
            List.of(new Regime(0, 0.5), new Regime(2.5, 0.9), new Regime(-2.5, 1.1), new Regime(0, 2));

    public SyntheticBars {
        require(count >= 1 && count <= MAX_BARS, "--bars must be from 1 to " + MAX_BARS + ", was " + count);
        require(price > 0 && price <= 1e12, "--price must be a positive number, was " + price);
        require(volatility >= 0 && volatility <= 10, "--volatility must be from 0 to 10 (1000 %), was " + volatility);
        require(
                timeframe.openMs(start.toEpochMilli()) == start.toEpochMilli(),
                "--start must be the start of a " + timeframe + " period, was " + start);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserException(message, "");
        }
    }

    Facts facts() {
        return Facts.of("synthetic, seed " + seed, "", Optional.of(timeframe))
                .generated()
                .note("Synthetic bars made with seed %d; not market data. A result on them says nothing about a market."
                        .formatted(seed));
    }

    /** Makes the bars. */
    public Bars generate() {
        Random random = new Random(seed);
        BarArray bars = new BarArray(timeframe, count);
        Regime regime = REGIMES.get(0);
        double increment = increment();
        double last = round(price, increment);
        long time = start.toEpochMilli();
        for (int i = 0; i < count; i++) {
            if (random.nextDouble() * MEAN_STRETCH < 1) {
                regime = REGIMES.get(random.nextInt(REGIMES.size()));
            }
            last = addBar(bars, time, last, regime, random, increment);
            time = timeframe.closeMs(time);
        }
        return bars;
    }

    private double addBar(BarArray bars, long time, double open, Regime regime, Random random, double increment) {
        double years = timeframe.lengthMs() / YEAR_MS / STEPS;
        double sigma = volatility * regime.volatility() * StrictMath.sqrt(years);
        double drift = volatility * regime.drift() * years - sigma * sigma / 2;
        double high = open;
        double low = open;
        double exact = open;
        for (int step = 0; step < STEPS; step++) {
            exact *= StrictMath.exp(drift + sigma * random.nextGaussian());
            double shown = round(exact, increment);
            high = StrictMath.max(high, shown);
            low = StrictMath.min(low, shown);
        }
        double close = round(exact, increment);
        double volume = StrictMath.rint(1e4 * StrictMath.exp(1 + random.nextGaussian())) / 1e4;
        bars.add(time, open, high, low, close, volume);
        return close;
    }

    /** About six significant digits, as exchanges have. */
    private double increment() {
        return Double.parseDouble("1e" + ((int) StrictMath.floor(StrictMath.log10(price)) - 6));
    }

    /** A multiple of the increment, never below one. */
    private static double round(double value, double increment) {
        double steps = StrictMath.max(1, StrictMath.rint(value / increment));
        return increment >= 1 ? steps * increment : steps / StrictMath.rint(1 / increment);
    }
}
