package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.spi.ExecutionVenue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows every order of ours, sends requests on, and counts what was refused. Engine thread only. */
final class OrderManager {
    private final ExecutionVenue venue;
    private final Map<String, TrackedOrder> all = new LinkedHashMap<>(1_024);
    private final List<TrackedOrder> open = new ArrayList<>();
    private final Map<DenialReason, Integer> refusals = new EnumMap<>(DenialReason.class);

    OrderManager(ExecutionVenue venue) {
        this.venue = venue;
    }

    TrackedOrder track(OrderRequest request) {
        TrackedOrder order = new TrackedOrder(request);
        all.put(request.clientOrderId(), order);
        open.add(order);
        return order;
    }

    void submit(TrackedOrder order) {
        venue.submit(order.request());
    }

    /** Moves the order on, and answers it; null when it is not ours or its state did not change. */
    @Nullable
    TrackedOrder apply(OrderTransaction transaction) {
        TrackedOrder order = all.get(transaction.clientOrderId());
        if (order == null || !order.apply(transaction)) {
            return null;
        }
        count(transaction);
        if (!order.isOpen()) {
            open.remove(order);
        }
        return order;
    }

    private void count(OrderTransaction transaction) {
        reasonOf(transaction).ifPresent(reason -> refusals.merge(reason, 1, Integer::sum));
    }

    private static Optional<DenialReason> reasonOf(OrderTransaction transaction) {
        return switch (transaction) {
            case Transaction.OrderDenied denied -> Optional.of(denied.reason());
            case Transaction.OrderRejected rejected -> Optional.of(rejected.reason());
            case Transaction.OrderCanceled canceled -> Optional.of(canceled.reason());
            case Transaction.OrderExpired expired -> Optional.of(expired.reason());
            case Transaction.OrderAccepted accepted -> Optional.empty();
            case Transaction.OrderFilled filled -> Optional.empty();
            case Transaction.OrderModified modified -> Optional.empty();
        };
    }

    Optional<TrackedOrder> find(String clientOrderId) {
        return Optional.ofNullable(all.get(clientOrderId));
    }

    List<TrackedOrder> open() {
        return List.copyOf(open);
    }

    /** What pending market orders that only reduce will already close of an instrument, so that closing twice is not asked for. */
    BigDecimal closing(InstrumentId instrument) {
        BigDecimal sum = BigDecimal.ZERO;
        for (TrackedOrder order : open) {
            OrderRequest request = order.request();
            if (request.instrument().equals(instrument)
                    && request.reduceOnly()
                    && request.type() instanceof OrderType.Market
                    && request.size() instanceof OrderSize.Base(var quantity)) {
                sum = sum.add(quantity.value());
            }
        }
        return sum;
    }

    List<Order> snapshots() {
        return all.values().stream().map(TrackedOrder::order).toList();
    }

    SortedMap<DenialReason, Integer> refusals() {
        return new TreeMap<>(refusals);
    }
}
