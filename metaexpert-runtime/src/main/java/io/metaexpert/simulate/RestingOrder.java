package io.metaexpert.simulate;

import io.metaexpert.market.Instrument;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order at the venue, or on its way there, that has not ended. Prices are kept as doubles too, as every bar compares them. */
final class RestingOrder {
    /** What it is waiting for. */
    enum Phase {
        /** Its trigger. */
        TRIGGER,
        /** The next price, whatever it is. */
        MARKET,
        /** Its limit. */
        LIMIT
    }

    OrderRequest request;
    final boolean buy;
    final boolean reduceOnly;
    Phase phase = Phase.MARKET;
    /** NaN without a limit. */
    double limit = Double.NaN;
    /** NaN while there is none, as for a trailing stop that does not follow yet. */
    double trigger = Double.NaN;

    @Nullable
    BigDecimal limitPrice;

    @Nullable
    BigDecimal triggerPrice;

    final @Nullable TrailState trail;
    /** Whether it has met a price without filling, so that it rests in the book from then on. */
    boolean rested;
    /** Base currency that stands before it at its price, where ticks are known; NaN while that is not known. */
    double ahead = Double.NaN;
    /** The bar in which nothing more can happen to it. */
    long doneInBar = -1;

    /** The bar within which it arrived, as an answer to a fill; -1 when it did not. */
    long arrivedInBar = -1;

    /** Whether its acceptance has been told. */
    boolean accepted;

    boolean arrived;
    /** Whether there was something to reduce when it was sent; that may be gone when it arrives. */
    boolean sentToReduce;
    /** Whether orders that it is paired with have filled all of it. */
    boolean lost;

    boolean ended;
    /** All that it is for; null while it is sized at the fill. */
    @Nullable
    BigDecimal wanted;
    /** What of that has filled, or was lost to orders that it is paired with. */
    BigDecimal taken = BigDecimal.ZERO;

    BigDecimal lastFill = BigDecimal.ZERO;
    boolean filled;
    /** Whether where it fills, or that it has not yet, depends on the order of prices within a bar. */
    boolean uncertain;

    @Nullable
    Pairing pairing;

    RestingOrder(OrderRequest request, Instrument instrument) {
        this.request = request;
        this.buy = request.side() == Side.BUY;
        this.reduceOnly = request.reduceOnly();
        OrderType type = request.type();
        this.trail = type instanceof OrderType.TrailingStop it ? new TrailState(it, request.side(), instrument) : null;
        this.phase = type instanceof OrderType.Market
                ? Phase.MARKET
                : type instanceof OrderType.Limit ? Phase.LIMIT : Phase.TRIGGER;
        load(type);
        this.wanted =
                request.size() instanceof OrderSize.Base base ? base.quantity().value() : null;
    }

    private void load(OrderType type) {
        if (type instanceof OrderType.Limit it) {
            limitPrice = it.price().value();
        } else if (type instanceof OrderType.StopMarket it) {
            triggerPrice = it.trigger().value();
        } else if (type instanceof OrderType.StopLimit it) {
            triggerPrice = it.trigger().value();
            limitPrice = it.limit().value();
        }
        limit = estimate(limitPrice);
        trigger = estimate(triggerPrice);
    }

    private static double estimate(@Nullable BigDecimal price) {
        return price == null ? Double.NaN : price.doubleValue();
    }

    /** Takes other prices, of the same kind of order. One whose trigger was reached stays a market or limit order. */
    void amend(OrderType type) {
        request = request.with(type, request.size());
        rested = false;
        ahead = Double.NaN;
        load(type);
        if (trail != null && type instanceof OrderType.TrailingStop it) {
            trail.change(it);
            takeTrigger(trail);
        }
    }

    void resize(OrderSize size) {
        request = request.with(request.type(), size);
        wanted = size instanceof OrderSize.Base base ? base.quantity().value() : wanted;
    }

    /** Whether the trigger has been reached by a price. */
    boolean reachedBy(double price) {
        return buy ? price >= trigger : price <= trigger;
    }

    /** The trigger was reached: it is a market or limit order from now on. */
    void fire() {
        phase = limitPrice == null ? Phase.MARKET : Phase.LIMIT;
        rested = false;
    }

    /** Lets a trailing stop see a price. */
    void follow(double price) {
        if (trail != null && phase == Phase.TRIGGER && trail.follow(price)) {
            takeTrigger(trail);
        }
    }

    /** Lets a trailing stop see a price at which it is sure to have been in the market. */
    void followFromOpen(double price) {
        if (trail != null) {
            trail.sawOpen = true;
            follow(price);
        }
    }

    private void takeTrigger(TrailState state) {
        triggerPrice = state.trigger();
        trigger = estimate(triggerPrice);
    }

    /** Whether it is a rise that meets it, rather than a fall. */
    boolean isMetByRise() {
        return buy == (phase == Phase.TRIGGER);
    }

    /** The price at which it is met; NaN when it is not known. */
    double price() {
        return phase == Phase.TRIGGER ? trigger : limit;
    }
}
