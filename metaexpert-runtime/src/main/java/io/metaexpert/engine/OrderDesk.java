package io.metaexpert.engine;

import io.metaexpert.api.OrderHandle;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.spi.ExecutionVenue;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what a strategy asks for into requests: rounds, refuses what cannot be, and sends the rest. Engine thread only. */
final class OrderDesk {
    private final String expertId;
    private final OrderManager orders;
    private final ExecutionVenue venue;
    private final InstantSource clock;
    private final boolean hedge;
    private final Consumer<Transaction> queue;
    private final ProtectorSlot protection;
    private final RiskSizes sizes;
    private long sent;
    private @Nullable RunObserver observer;
    private @Nullable RiskControl risk;
    private @Nullable DenialReason closedBecause = DenialReason.ORDERS_NOT_ALLOWED_HERE;

    OrderDesk(
            String expertId,
            OrderManager orders,
            InstantSource clock,
            boolean hedge,
            Consumer<Transaction> queue,
            ExecutionVenue venue,
            ProtectorSlot protection,
            RiskSizes sizes) {
        this.expertId = expertId;
        this.orders = orders;
        this.venue = venue;
        this.clock = clock;
        this.hedge = hedge;
        this.queue = queue;
        this.protection = protection;
        this.sizes = sizes;
    }

    /** Lets {@code watcher} know of every wish from now on. */
    void observe(RunObserver watcher) {
        observer = watcher;
    }

    private void decided(Decision decision) {
        if (observer != null) {
            observer.decided(decision);
        }
    }

    /** Lets orders pass from now on. */
    void open() {
        closedBecause = null;
    }

    /** Follows an order of an earlier process that still rests at the venue, and gives no later one its number. */
    void adopt(OrderRequest request) {
        String number = request.clientOrderId().substring(expertId.length() + 1);
        // What protects a position has a letter before its number, and is counted by who sends it.
        boolean protects = !Character.isDigit(number.charAt(0));
        TrackedOrder order = protects ? orders.trackProtecting(request) : orders.track(request);
        order.apply(new Transaction.OrderAccepted(request.time(), request.clientOrderId(), ""));
        if (risk != null) {
            risk.gate().adopt(order);
        }
        sent = protects ? sent : Math.max(sent, Long.parseLong(number));
    }

    /** Denies all orders from now on. */
    void close(DenialReason reason) {
        closedBecause = reason;
    }

    /** In hedge mode every order is for one of two positions: one that would make it smaller never opens or turns it. */
    private void choosePosition(OrderTicket ticket) {
        if (!hedge) {
            if (ticket.positionSide.isPresent()) {
                throw new IllegalStateException(
                        "positionSide is for hedge mode; set market.position-mode: hedge, or leave it out");
            }
            return;
        }
        boolean buy = ticket.side == Side.BUY;
        PositionSide usual = buy != ticket.reduceOnly ? PositionSide.LONG : PositionSide.SHORT;
        PositionSide side = ticket.positionSide.orElse(usual);
        if (side == PositionSide.FLAT) {
            throw new IllegalStateException("an order is for the LONG or the SHORT position, not for FLAT");
        }
        boolean opens = buy == (side == PositionSide.LONG);
        if (opens && ticket.reduceOnly) {
            throw new IllegalStateException(
                    "a reduce-only " + ticket.side + " cannot be for the " + side + " position");
        }
        ticket.positionSide = Optional.of(side);
        ticket.reduceOnly = !opens;
    }

    /** Lets the limits see every order of the strategy from now on. */
    void limit(RiskControl control) {
        risk = control;
    }

    OrderHandle submit(OrderTicket ticket) {
        choosePosition(ticket);
        OrderSize size = sizes.resolved(ticket);
        RiskControl control = risk;
        // What is denied anyway is nothing for the limits, least of all for the count of orders.
        return control == null || ticket.ofEngine || closedBecause != null
                ? send(ticket, size, false, null)
                : submit(ticket, control.gate(), control.gate().admit(ticket, size));
    }

    private OrderHandle submit(OrderTicket ticket, RiskGate gate, Admission admission) {
        boolean entry = admission.kind() == Admission.Kind.ENTRY || admission.kind() == Admission.Kind.TURN;
        switch (admission.kind()) {
            // What closes must not expire because the price has moved.
            case ENTRY -> gate.collar(ticket);
            case EXIT -> ticket.reduceOnly = true;
            case TURN, OTHER -> {}
        }
        return send(ticket, admission.size(), entry, admission.refusal());
    }

    private OrderHandle send(OrderTicket ticket, OrderSize wanted, boolean entry, @Nullable Refusal byLimit) {
        OrderSize size = rounded(ticket.instrument, wanted);
        OrderRequest request = request(ticket, size);
        if (observer != null) {
            observer.decided(new Decision.Submit(request));
        }
        TrackedOrder order = orders.track(request);
        order.ofEngine = ticket.ofEngine;
        DenialReason refusal = refusal(ticket, size);
        if (refusal != null) {
            queue.accept(new Transaction.OrderDenied(clock.instant(), request, refusal));
        } else if (byLimit != null) {
            queue.accept(new Transaction.OrderDenied(
                    clock.instant(), request, byLimit.reason(), byLimit.detail(), Optional.of(byLimit.limit())));
        } else {
            if (ticket.stopLoss.isPresent() && !ticket.reduceOnly) {
                protection.need().expect(request, ticket.stopLoss.get());
            }
            if (entry) {
                orders.noteEntry(order);
            }
            orders.submit(order);
        }
        return order;
    }

    private OrderRequest request(OrderTicket ticket, OrderSize size) {
        return new OrderRequest(
                expertId + "-" + ++sent,
                ticket.instrument.id(),
                ticket.side,
                ticket.positionSide,
                ticket.type,
                size,
                ticket.timeInForce,
                ticket.goodTill,
                ticket.reduceOnly,
                ticket.postOnly,
                ticket.pairedWith.map(OrderHandle::clientOrderId),
                ticket.reason,
                clock.instant());
    }

    private @Nullable DenialReason refusal(OrderTicket ticket, OrderSize size) {
        // An exit is never held up by warm-up.
        if (closedBecause != null && !(closedBecause == DenialReason.WARMING_UP && ticket.reduceOnly)) {
            return closedBecause;
        }
        if (ticket.goodTill.isPresent() && !ticket.goodTill.get().isAfter(clock.instant())) {
            return DenialReason.TIME_OVER;
        }
        if (ticket.pairedWith.isPresent() && ticket.pairedWith.get().order().status() == OrderStatus.FILLED) {
            return DenialReason.OTHER_ORDER_FILLED;
        }
        Protector protector = ticket.stopLoss.isPresent() ? protection.need() : protection.get();
        if (protector != null && protector.lacksStop(ticket)) {
            return DenialReason.NO_STOP;
        }
        if (size instanceof OrderSize.RiskShare) {
            return DenialReason.NO_STOP;
        }
        return size instanceof OrderSize.Base base ? refusal(ticket, base.quantity()) : null;
    }

    private static @Nullable DenialReason refusal(OrderTicket ticket, Quantity quantity) {
        if (quantity.isZero()) {
            return DenialReason.BELOW_QUANTITY_INCREMENT;
        }
        Price limit = limitPrice(ticket.type);
        boolean small = limit != null
                && !ticket.reduceOnly
                && limit.value().multiply(quantity.value()).compareTo(ticket.instrument.minNotional()) < 0;
        return small ? DenialReason.BELOW_MIN_NOTIONAL : null;
    }

    private static @Nullable Price limitPrice(OrderType type) {
        return type instanceof OrderType.Limit limit
                ? limit.price()
                : type instanceof OrderType.StopLimit stop ? stop.limit() : null;
    }

    /** The price that an order names: its limit, or its trigger; null for one that takes any. */
    static @Nullable Price askedPrice(OrderType type) {
        return type instanceof OrderType.StopMarket stop ? stop.trigger() : limitPrice(type);
    }

    private static OrderSize rounded(Instrument instrument, OrderSize size) {
        return size instanceof OrderSize.Base(var quantity)
                ? new OrderSize.Base(instrument.quantity(quantity.value()))
                : size;
    }

    /** A market order that closes what pending market orders do not close already. */
    Optional<OrderHandle> closePosition(
            Instrument instrument, Optional<PositionSide> side, BigDecimal signedQuantity, String reason) {
        BigDecimal left = signedQuantity.abs().subtract(orders.closing(instrument.id(), side));
        if (left.signum() <= 0) {
            decided(new Decision.CloseNothing(instrument.id(), reason));
            return Optional.empty();
        }
        OrderTicket ticket = new OrderTicket(this, instrument, signedQuantity.signum() > 0 ? Side.SELL : Side.BUY);
        ticket.size(new OrderSize.Base(new Quantity(left))).reduceOnly().reason(reason);
        ticket.positionSide = side;
        return Optional.of(submit(ticket));
    }

    /** Asks for the cancel of all that may open a position, once each. */
    void cancelEntries() {
        for (TrackedOrder order : List.copyOf(orders.entries())) {
            if (!order.cancelAsked) {
                order.cancelAsked = true;
                venue.cancel(order.clientOrderId(), clock.instant());
            }
        }
    }

    /** Makes a position smaller at the market, by what is not on its way already; answers whether anything was sent. */
    boolean reduce(
            Instrument instrument,
            Optional<PositionSide> side,
            BigDecimal signedQuantity,
            BigDecimal quantity,
            String reason) {
        BigDecimal left = quantity.subtract(orders.closing(instrument.id(), side));
        if (left.signum() <= 0 || closedBecause == DenialReason.ORDERS_NOT_ALLOWED_HERE) {
            return false;
        }
        OrderTicket ticket = new OrderTicket(this, instrument, signedQuantity.signum() > 0 ? Side.SELL : Side.BUY);
        ticket.size(new OrderSize.Base(new Quantity(left))).reduceOnly().reason(reason);
        ticket.positionSide = side;
        ticket.ofEngine = true;
        submit(ticket);
        return true;
    }

    void cancel(String clientOrderId) {
        decided(new Decision.Cancel(clientOrderId));
        if (orders.findOpen(clientOrderId).isPresent()) {
            venue.cancel(clientOrderId, clock.instant());
        }
    }

    void modify(OrderHandle handle, OrderType type) {
        modify(handle, type, handle.order().request().size());
    }

    void modify(OrderHandle handle, OrderType type, Quantity quantity, Instrument instrument) {
        Quantity rounded = instrument.quantity(quantity.value());
        if (rounded.isZero()) {
            throw new IllegalArgumentException("the quantity " + quantity + " rounds down to zero");
        }
        modify(handle, type, new OrderSize.Base(rounded));
    }

    private void modify(OrderHandle handle, OrderType type, OrderSize wanted) {
        decided(new Decision.Modify(handle.clientOrderId(), type, wanted));
        OrderType now = handle.order().request().type();
        if (now.getClass() != type.getClass()) {
            throw new IllegalArgumentException(
                    "an order stays of its kind: " + now.label() + " cannot become " + type.label());
        }
        Optional<TrackedOrder> order = orders.findOpen(handle.clientOrderId());
        if (order.isPresent()) {
            OrderSize size = risk == null ? wanted : risk.gate().change(order.get(), type, wanted);
            if (size == null) {
                venue.cancel(handle.clientOrderId(), clock.instant());
            } else {
                venue.modify(handle.clientOrderId(), type, size, clock.instant());
            }
        }
    }
}
