package io.metaexpert.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Settings that differ from the usual ones in one thing. */
final class Fills {
    private static final FillSettings USUAL = FillSettings.USUAL;

    private static final List<FillModel> MODELS = List.of(FillModel.BARS, FillModel.OHLC_PATH);
    private static final List<Assumption> ASSUMPTIONS = List.of(Assumption.values());

    private Fills() {}

    /** Any model and assumption. */
    static FillSettings anyModel(FillSettings from, SplittableRandom random) {
        return from.with(
                MODELS.get(random.nextInt(MODELS.size())), ASSUMPTIONS.get(random.nextInt(ASSUMPTIONS.size())));
    }

    /** Settings of every kind, by a seed; times are in units of a length. */
    static FillSettings any(long seed, Duration unit) {
        SplittableRandom random = new SplittableRandom(seed);
        Latency latency = switch (random.nextInt(6)) {
            case 0 -> new Latency.Fixed(unit.multipliedBy(20));
            case 1 -> new Latency.Uniform(unit, unit.multipliedBy(90));
            case 2 -> new Latency.Normal(unit.multipliedBy(30), unit.multipliedBy(30));
            case 3 -> new Latency.LogNormal(unit.multipliedBy(10), 1);
            default -> Latency.none();
        };
        Optional<BigDecimal> share = random.nextBoolean() ? Optional.of(new BigDecimal("0.1")) : Optional.empty();
        BigDecimal spread = random.nextBoolean() ? new BigDecimal("0.002") : BigDecimal.ZERO;
        return anyModel(new FillSettings(USUAL.model(), USUAL.assumption(), latency, share, spread, seed), random);
    }

    /** Fills from recorded quotes and trades. */
    static FillSettings ticks() {
        return USUAL.with(FillModel.TICKS, USUAL.assumption());
    }

    /** Fills from recorded depth and trades. */
    static FillSettings book() {
        return USUAL.with(FillModel.BOOK, USUAL.assumption());
    }

    static FillSettings latency(int seconds) {
        return latency(new Latency.Fixed(Duration.ofSeconds(seconds)));
    }

    static FillSettings latency(Latency latency) {
        return new FillSettings(
                USUAL.model(), USUAL.assumption(), latency, USUAL.volumeShare(), USUAL.spread(), USUAL.seed());
    }

    static FillSettings share(String share) {
        return share(share, Latency.none());
    }

    static FillSettings share(String share, Latency latency) {
        return new FillSettings(
                USUAL.model(),
                USUAL.assumption(),
                latency,
                Optional.of(new BigDecimal(share)),
                USUAL.spread(),
                USUAL.seed());
    }

    static FillSettings spread(String spread) {
        return new FillSettings(
                USUAL.model(),
                USUAL.assumption(),
                USUAL.latency(),
                USUAL.volumeShare(),
                new BigDecimal(spread),
                USUAL.seed());
    }

    static FillSettings bars(Assumption assumption) {
        return USUAL.with(FillModel.BARS, assumption);
    }

    static FillSettings path(Assumption assumption, long seed) {
        return new FillSettings(
                FillModel.OHLC_PATH, assumption, USUAL.latency(), USUAL.volumeShare(), USUAL.spread(), seed);
    }

    static FillSettings path() {
        return path(Assumption.NEUTRAL, 1);
    }
}
