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
        boolean better = follows() ? isBeyond(price, best) : Double.isNaN(activation) || !isBeyond(activation, price);
        if (better) {
            best = price;
            place();
        }
        return better;
    }

    private boolean isBeyond(double price, double other) {
        return side == Side.SELL ? price > other : price < other;
    }

    private void place() {
        if (!follows()) {
            return;
        }
        BigDecimal exact = trail.behind(Decimals.of(best), side);
        BigDecimal increment = instrument.priceIncrement();
        if (increment.signum() != 0) {
            RoundingMode away = side == Side.SELL ? RoundingMode.FLOOR : RoundingMode.CEILING;
            exact = exact.divide(increment, 0, away).multiply(increment);
        }
        trigger = exact.signum() > 0 ? exact : null;
    }
}
