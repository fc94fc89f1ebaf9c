package io.metaexpert.protection;

import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Prices seen from a position: below or above, tighter or looser, and rounded so that the risk never grows. Pure, immutable. */
record Levels(Instrument instrument, boolean isLong) {
    /** Where prices have no increment, decimals are kept short. */
    private static final int DIGITS = 10;

    /** More than a price can matter in. */
    private static final MathContext PRECISE = MathContext.DECIMAL128;

    /** The price at a distance on the side of a loss. */
    BigDecimal against(BigDecimal base, BigDecimal distance) {
        return isLong ? base.subtract(distance) : base.add(distance);
    }

    /** The price at a distance on the side of a profit. */
    BigDecimal beyond(BigDecimal base, BigDecimal distance) {
        return isLong ? base.add(distance) : base.subtract(distance);
    }

    /** By how much a price is on the side of a loss; negative on the other. */
    BigDecimal lossAt(BigDecimal base, BigDecimal price) {
        return isLong ? base.subtract(price) : price.subtract(base);
    }

    boolean isTighter(BigDecimal level, @Nullable BigDecimal than) {
        return than == null || lossAt(than, level).signum() < 0;
    }

    /** Whether a price is better than another. */
    boolean isBetter(double price, double than) {
        return isLong ? price > than : price < than;
    }

    /** A stop's level, rounded towards the market; null when there is none, as the distance is larger than the price. */
    @Nullable
    BigDecimal stop(BigDecimal exact) {
        return rounded(exact, isLong ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    /** A target's price, rounded to the nearest; null when there is none. */
    @Nullable
    BigDecimal target(BigDecimal exact) {
        return rounded(exact, RoundingMode.HALF_EVEN);
    }

    private @Nullable BigDecimal rounded(BigDecimal exact, RoundingMode rounding) {
        if (exact.signum() <= 0) {
            return null;
        }
        BigDecimal increment = instrument.priceIncrement();
        BigDecimal price = increment.signum() == 0
                ? exact.round(new MathContext(DIGITS, rounding))
                : exact.divide(increment, 0, rounding).multiply(increment);
        return price.signum() > 0 ? price : null;
    }

    /**
     * The price at which the position closes without a loss, the fees of both sides paid: that of the entry, and the taker's of the exit.
     *
     * <p>Linear, per unit: {@code P - E >= f + P*t} for a long. Inverse, per contract of size S: {@code S/E - S/P >= f + S*t/P}. For a short
     * the profits have the other sign. An option's exit is taken to cost what its entry did.
     *
     * @param fee of the entry per unit of quantity, in settlement currency
     */
    BigDecimal breakeven(BigDecimal entry, BigDecimal fee) {
        BigDecimal taker = instrument.takerFee();
        if (instrument.contract() instanceof Contract.Option) {
            return beyond(entry, fee.add(fee));
        }
        // What is got for a unit at the exit is P*(1-t) for a long, what is paid P*(1+t) for a short; inverse it is the
        // other way round.
        if (instrument.contract() instanceof Contract.Inverse inverse) {
            BigDecimal reciprocal = BigDecimal.ONE.divide(entry, PRECISE);
            BigDecimal feeShare = fee.divide(inverse.size(), PRECISE);
            return isLong
                    ? BigDecimal.ONE.add(taker).divide(reciprocal.subtract(feeShare), PRECISE)
                    : BigDecimal.ONE.subtract(taker).divide(reciprocal.add(feeShare), PRECISE);
        }
        return isLong
                ? entry.add(fee).divide(BigDecimal.ONE.subtract(taker), PRECISE)
                : entry.subtract(fee).divide(BigDecimal.ONE.add(taker), PRECISE);
    }
}
