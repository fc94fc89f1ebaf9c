package io.metaexpert.simulate;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * When and at which prices orders fill.
 *
 * @param latency of every request: orders, cancels and changes
 * @param volumeShare the most of a bar's volume that our orders get, as a fraction; empty: orders fill whole
 * @param spread between best bid and ask, as a fraction, of which who takes pays half; 0 where the data know it
 * @param seed of all that is drawn
 */
public record FillSettings(
        FillModel model,
        Assumption assumption,
        Latency latency,
        Optional<BigDecimal> volumeShare,
        BigDecimal spread,
        long seed) {

    /** Whole fills from bars, the worse first, without latency and spread. */
    public static final FillSettings USUAL = new FillSettings(
            FillModel.BARS, Assumption.PESSIMISTIC, Latency.none(), Optional.empty(), BigDecimal.ZERO, 1);

    public FillSettings {
        if (volumeShare.isPresent()
                && (volumeShare.get().signum() <= 0 || volumeShare.get().compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException(
                    "the share of the volume must be above 0 and at most 1, was " + volumeShare.get());
        }
        if (spread.signum() < 0 || spread.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("the spread must be at least 0 and below 1, was " + spread);
        }
    }

    /** The same by another model and assumption. */
    public FillSettings with(FillModel otherModel, Assumption otherAssumption) {
        return new FillSettings(otherModel, otherAssumption, latency, volumeShare, spread, seed);
    }
}
