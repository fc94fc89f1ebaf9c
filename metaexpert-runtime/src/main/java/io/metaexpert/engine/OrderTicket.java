package io.metaexpert.engine;

import io.metaexpert.api.OrderBuilder;
import io.metaexpert.api.OrderHandle;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Price;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.order.Trail;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the choices of one order. */
final class OrderTicket implements OrderBuilder {
    private static final OrderType MARKET = new OrderType.Market();

    final Instrument instrument;
    final Side side;
    Optional<PositionSide> positionSide = Optional.empty();
    OrderType type = MARKET;
    TimeInForce timeInForce = TimeInForce.GTC;
    Optional<Instant> goodTill = Optional.empty();
    Optional<OrderHandle> pairedWith = Optional.empty();
    boolean reduceOnly;
    boolean postOnly;
    /** Whether the engine wants it, for a limit. */
    boolean ofEngine;

    /** The stop that the strategy wants for the position. */
    Optional<Price> stopLoss = Optional.empty();

    String reason = "";
    private @Nullable OrderSize size;
    private final OrderDesk desk;

    OrderTicket(OrderDesk desk, Instrument instrument, Side side) {
        this.desk = desk;
        this.instrument = instrument;
        this.side = side;
    }

    OrderSize size() {
        if (size == null) {
            throw new IllegalStateException("an order needs a size: call size(...) before submit()");
        }
        return size;
    }

    @Override
    public OrderTicket size(OrderSize wanted) {
        size = wanted;
        return this;
    }

    @Override
    public OrderTicket limit(double price) {
        return limit(instrument.price(price));
    }

    @Override
    public OrderTicket limit(Price price) {
        type = new OrderType.Limit(price);
        return this;
    }

    @Override
    public OrderTicket stopMarket(double trigger) {
        return stopMarket(instrument.price(trigger));
    }

    @Override
    public OrderTicket stopMarket(Price trigger) {
        type = new OrderType.StopMarket(trigger);
        return this;
    }

    @Override
    public OrderTicket stopLimit(double trigger, double limit) {
        type = new OrderType.StopLimit(instrument.price(trigger), instrument.price(limit));
        return this;
    }

    @Override
    public OrderTicket trailingStop(Trail trail) {
        type = new OrderType.TrailingStop(trail, Optional.empty());
        return this;
    }

    @Override
    public OrderTicket trailingStop(Trail trail, double activation) {
        type = new OrderType.TrailingStop(trail, Optional.of(instrument.price(activation)));
        return this;
    }

    @Override
    public OrderTicket immediateOrCancel() {
        return lasting(TimeInForce.IOC, Optional.empty());
    }

    @Override
    public OrderTicket fillOrKill() {
        return lasting(TimeInForce.FOK, Optional.empty());
    }

    @Override
    public OrderTicket goodTill(Instant time) {
        return lasting(TimeInForce.GTD, Optional.of(time));
    }

    private OrderTicket lasting(TimeInForce wanted, Optional<Instant> until) {
        timeInForce = wanted;
        goodTill = until;
        return this;
    }

    @Override
    public OrderTicket oneCancelsOther(OrderHandle other) {
        InstrumentId theirs = other.order().request().instrument();
        if (!theirs.equals(instrument.id())) {
            throw new IllegalArgumentException(
                    "orders are paired within an instrument, not " + instrument.id() + " with " + theirs);
        }
        pairedWith = Optional.of(other);
        return this;
    }

    @Override
    public OrderTicket postOnly() {
        postOnly = true;
        return this;
    }

    @Override
    public OrderTicket reduceOnly() {
        reduceOnly = true;
        return this;
    }

    @Override
    public OrderTicket positionSide(PositionSide position) {
        if (position == PositionSide.FLAT) {
            throw new IllegalArgumentException("an order is for the LONG or the SHORT position, not for FLAT");
        }
        positionSide = Optional.of(position);
        return this;
    }

    @Override
    public OrderTicket stopLoss(double price) {
        stopLoss = Optional.of(instrument.price(price));
        return this;
    }

    @Override
    public OrderTicket reason(String why) {
        reason = why;
        return this;
    }

    @Override
    public OrderHandle submit() {
        boolean waits =
                type instanceof OrderType.Limit && timeInForce != TimeInForce.IOC && timeInForce != TimeInForce.FOK;
        if (postOnly && !waits) {
            throw new IllegalStateException(
                    "post-only is for limit orders that may wait, not for " + type.label() + " " + timeInForce);
        }
        return desk.submit(this);
    }
}
