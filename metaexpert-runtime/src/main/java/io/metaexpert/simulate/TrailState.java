package io.metaexpert.simulate;

import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.Trail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far a trailing stop has followed the price. Its trigger never moves against us: it is computed from the best price alone, and rounded to
 * the increment away from the market.
 */
final class TrailState {
    private final Side side;
    private final Instrument instrument;
    private Trail trail;
    /** NaN when it follows from the first price. */
    private double activation;

    /** Whether it could act when the bar opened, so that it has seen all of its prices. */
    boolean sawOpen;

    private double best = Double.NaN;
    private @Nullable BigDecimal trigger;

    TrailState(OrderType.TrailingStop stop, Side side, Instrument instrument) {
        this.side = side;
        this.instrument = instrument;
        this.trail = stop.trail();
        this.activation = activation(stop);
    }

    private static double activation(OrderType.TrailingStop stop) {
        return stop.activation().isPresent() ? stop.activation().get().toDouble() : Double.NaN;
    }

    /** Takes another distance; the best price so far stays. */
    void change(OrderType.TrailingStop stop) {
        trail = stop.trail();
        activation = activation(stop);
        place();
    }

    /** Whether it follows already. */
    boolean follows() {
        return !Double.isNaN(best);
    }

    /** The trigger; null while it does not follow, or the distance is larger than the price. */
    @Nullable
    BigDecimal trigger() {
        return trigger;
    }

    /** Sees a price; answers whether the trigger has moved. */
    boolean follow(double price) {
        boolean better = isBetter(price);
        if (better) {
            best = price;
            place();
        }
        return better;
    }

    private boolean isBetter(double price) {
        return follows() ? isBeyond(price, best) : Double.isNaN(activation) || !isBeyond(activation, price);
    }

    /**
     * Whether a bar leaves it open where, or whether, it fills: the better extreme would move the trigger, and the worse one is beyond the
     * trigger as it was, or beyond the moved one, which the close is not.
     */
    boolean isUncertain(double high, double low, double close) {
        double better = side == Side.SELL ? high : low;
        double worse = side == Side.SELL ? low : high;
        if (!sawOpen || !isBetter(better)) {
            return false;
        }
        BigDecimal moved = behind(better);
        return isMet(trigger, worse) || (isMet(moved, worse) && !isMet(moved, close));
    }

    /** Whether a bar is so high that it can follow to one end of it and be met at the other. */
    boolean fitsInto(double high, double low) {
        return isMet(behind(side == Side.SELL ? high : low), side == Side.SELL ? low : high);
    }

    private boolean isMet(@Nullable BigDecimal level, double price) {
        return level != null && !isBeyond(price, level.doubleValue());
    }

    private boolean isBeyond(double price, double other) {
        return side == Side.SELL ? price > other : price < other;
    }

    private void place() {
        if (!follows()) {
            return;
        }
        trigger = behind(best);
    }

    /** The trigger behind a price; null when the distance is larger than the price. */
    private @Nullable BigDecimal behind(double price) {
        BigDecimal exact = trail.behind(Decimals.of(price), side);
        BigDecimal increment = instrument.priceIncrement();
        if (increment.signum() != 0) {
            RoundingMode away = side == Side.SELL ? RoundingMode.FLOOR : RoundingMode.CEILING;
            exact = exact.divide(increment, 0, away).multiply(increment);
        }
        return exact.signum() > 0 ? exact : null;
    }
}
