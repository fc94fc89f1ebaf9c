package io.metaexpert.engine;

import io.metaexpert.market.Instrument;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.spi.ExecutionVenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the orders that protect positions. Nothing holds them up: they only make positions smaller. Engine thread only. */
final class ProtectionDesk {
    private final String expertId;
    private final OrderManager orders;
    private final ExecutionVenue venue;
    private long sent;
    private @Nullable RunObserver observer;

    ProtectionDesk(String expertId, OrderManager orders, ExecutionVenue venue) {
        this.expertId = expertId;
        this.orders = orders;
        this.venue = venue;
    }

    void observe(RunObserver watcher) {
        observer = watcher;
    }

    /** How many orders have been sent, so that ids are never used twice. */
    long sent() {
        return sent;
    }

    void sentBefore(long count) {
        sent = count;
    }

    /** Sends an order that closes a part of a position; {@code side} is that of the position in hedge mode. */
    ProtectiveOrder send(
            char kind,
            Instrument instrument,
            Side closing,
            Optional<PositionSide> side,
            OrderType type,
            BigDecimal quantity,
            Optional<String> pairedWith,
            String reason,
            Instant time) {
        OrderRequest request = new OrderRequest(
                expertId + "-" + kind + ++sent,
                instrument.id(),
                closing,
                side,
                type,
                new OrderSize.Base(new Quantity(quantity)),
                TimeInForce.GTC,
                Optional.empty(),
                true,
                false,
                pairedWith,
                reason,
                time);
        if (observer != null) {
            observer.protects(request);
        }
        TrackedOrder order = orders.trackProtecting(request);
        return new ProtectiveOrder(order, quantity, price(type));
    }

    /** Hands on what was made; apart from that, as the venue may answer before it returns. */
    void submit(ProtectiveOrder order) {
        orders.submit(order.order);
    }

    static OrderType stopAt(BigDecimal level) {
        return new OrderType.StopMarket(new Price(level));
    }

    static OrderType limitAt(BigDecimal price) {
        return new OrderType.Limit(new Price(price));
    }

    private static @Nullable BigDecimal price(OrderType type) {
        return type instanceof OrderType.StopMarket stop
                ? stop.trigger().value()
                : type instanceof OrderType.Limit limit ? limit.price().value() : null;
    }

    /** Asks for another price and quantity. */
    void modify(ProtectiveOrder order, OrderType type, BigDecimal total, Instant time) {
        order.price = price(type);
        order.total = total;
        order.changedMs = time.toEpochMilli();
        venue.modify(order.id(), type, new OrderSize.Base(new Quantity(total)), time);
    }

    void cancel(ProtectiveOrder order, Instant time) {
        venue.cancel(order.id(), time);
    }
}
