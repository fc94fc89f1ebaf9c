package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.spi.ExecutionVenue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Knows every order of ours, sends requests on, and counts what was refused. Engine thread only. */
final class OrderManager {
    private final ExecutionVenue venue;
    private final List<TrackedOrder> all = new ArrayList<>();
    /** By client order id, oldest first. Those that have ended need no look-up: nothing can happen to them any more. */
    private final Map<String, TrackedOrder> open = new LinkedHashMap<>();

    /** Those that may open a position, where limits have to know. */
    private final Map<String, TrackedOrder> entries = new LinkedHashMap<>();

    private final Map<DenialReason, Integer> refusals = new EnumMap<>(DenialReason.class);

    OrderManager(ExecutionVenue venue) {
        this.venue = venue;
    }

    /** An order of the strategy. */
    TrackedOrder track(OrderRequest request) {
        return track(request, false);
    }

    /** An order that protects a position. */
    TrackedOrder trackProtecting(OrderRequest request) {
        return track(request, true);
    }

    private TrackedOrder track(OrderRequest request, boolean protects) {
        TrackedOrder order = new TrackedOrder(request, protects);
        all.add(order);
        open.put(request.clientOrderId(), order);
        return order;
    }

    void submit(TrackedOrder order) {
        venue.submit(order.request());
    }

    /** Moves the order on, and answers it; null when it is not ours or its state did not change. */
    @Nullable
    TrackedOrder apply(OrderTransaction transaction) {
        TrackedOrder order = open.get(transaction.clientOrderId());
        if (order == null || !order.apply(transaction)) {
            return null;
        }
        if (!order.isOpen()) {
            count(order, transaction);
            open.remove(transaction.clientOrderId());
            if (!entries.isEmpty()) {
                entries.remove(transaction.clientOrderId());
            }
        }
        return order;
    }

    private void count(TrackedOrder order, OrderTransaction transaction) {
        // A pattern switch only where it is needed, see docs/developer/performance.md.
        DenialReason reason = order.isFilled()
                ? null
                : transaction instanceof Transaction.OrderExpired expired ? expired.reason() : reasonOf(transaction);
        if (reason != null && !(order.protects && isUsual(reason))) {
            refusals.merge(reason, 1, Integer::sum);
        }
    }

    /** How a stop or a target ends that was not needed. */
    private static boolean isUsual(DenialReason reason) {
        return switch (reason) {
            case NOTHING_TO_REDUCE, OTHER_ORDER_FILLED, CANCELED_BY_EXPERT, END_OF_DATA -> true;
            default -> false;
        };
    }

    private static @Nullable DenialReason reasonOf(OrderTransaction transaction) {
        return switch (transaction) {
            case Transaction.OrderDenied denied -> denied.reason();
            case Transaction.OrderRejected rejected -> rejected.reason();
            case Transaction.OrderCanceled canceled -> canceled.reason();
            case Transaction.OrderExpired expired -> expired.reason();
            case Transaction.OrderAccepted accepted -> null;
            case Transaction.OrderFilled filled -> null;
            case Transaction.OrderModified modified -> null;
        };
    }

    /** An order that may open a position is about to be sent. */
    void noteEntry(TrackedOrder order) {
        entries.put(order.clientOrderId(), order);
    }

    /** Leaves an order out of the entries; false when it is not one. */
    boolean takeEntry(TrackedOrder order) {
        return entries.remove(order.clientOrderId()) != null;
    }

    /** Orders that have not ended and may open a position; only where limits have to know. */
    Collection<TrackedOrder> entries() {
        return entries.values();
    }

    boolean hasEntries() {
        return !entries.isEmpty();
    }

    /** An order that has not ended. */
    Optional<TrackedOrder> findOpen(String clientOrderId) {
        return Optional.ofNullable(open.get(clientOrderId));
    }

    /** Those of the strategy that have not ended. */
    List<TrackedOrder> open() {
        return open.values().stream().filter(order -> !order.protects).toList();
    }

    /** What pending market orders that only reduce will already close of an instrument, so that closing twice is not asked for. */
    BigDecimal closing(InstrumentId instrument, Optional<PositionSide> side) {
        return closing(instrument, side, order -> true);
    }

    /** The part of it that the strategy has asked for itself. */
    BigDecimal leaving(InstrumentId instrument, Optional<PositionSide> side) {
        return closing(instrument, side, order -> !order.protects && !order.ofEngine);
    }

    private BigDecimal closing(InstrumentId instrument, Optional<PositionSide> side, Predicate<TrackedOrder> counts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (TrackedOrder order : open.values()) {
            OrderRequest request = order.request();
            if (counts.test(order)
                    && request.instrument().equals(instrument)
                    && request.positionSide().equals(side)
                    && request.reduceOnly()
                    && request.type() instanceof OrderType.Market
                    && request.size() instanceof OrderSize.Base(var quantity)) {
                sum = sum.add(quantity.value().subtract(order.filled()));
            }
        }
        return sum;
    }

    List<Order> snapshots() {
        List<Order> snapshots = new ArrayList<>(all.size());
        for (TrackedOrder order : all) {
            snapshots.add(order.order());
        }
        return Collections.unmodifiableList(snapshots);
    }

    SortedMap<DenialReason, Integer> refusals() {
        return new TreeMap<>(refusals);
    }
}
