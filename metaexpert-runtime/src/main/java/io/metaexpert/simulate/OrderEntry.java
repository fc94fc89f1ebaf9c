package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How requests reach the orders of one instrument, each at its time, and orders end when theirs is over. Engine thread only. */
final class OrderEntry {
    private final Matcher matcher;
    private final Execution execution;
    private final Agenda agenda = new Agenda();
    private final Arrivals arrivals;
    private long shownMs = Long.MIN_VALUE;
    /** Where bars are shown: the bar at whose end the market is. */
    private @Nullable Bars shownBars;

    private int shownIndex;

    /** Told of orders that have just reached the market. */
    interface Arrivals {
        void arrived(RestingOrder order, long timeMs);
    }

    OrderEntry(Matcher matcher, Execution execution, Arrivals arrivals) {
        this.matcher = matcher;
        this.execution = execution;
        this.arrivals = arrivals;
    }

    /** What happened in the market until then has been shown: what arrives no later happens at once. */
    void shown(long timeMs) {
        shownMs = timeMs;
    }

    /** The same, until the end of a bar; most bars have no request that would ask when that is. */
    @SuppressWarnings("ReferenceEquality") // other but equal bars are only stored
    void shown(Bars bars, int index) {
        // To store a reference costs more than to compare it, and this is done for every bar.
        if (shownBars != bars) {
            shownBars = bars;
        }
        shownIndex = index;
    }

    private boolean isShown(long timeMs) {
        return timeMs <= (shownBars == null ? shownMs : shownBars.closeTimeMs(shownIndex));
    }

    /** When something is due next; {@link Agenda#NEVER} when nothing is. */
    long nextMs() {
        return agenda.nextMs();
    }

    /** Whether something is due before an instant. */
    boolean hasBefore(long timeMs) {
        return agenda.hasBefore(timeMs);
    }

    /** A request that arrives at an instant, which may lie in a bar that is not over yet. */
    void arrives(Agenda.Item request, long timeMs) {
        if (request instanceof Agenda.Arrival(var order)) {
            order.sentToReduce = order.reduceOnly && matcher.canAct(order);
            if (isShown(timeMs) && agenda.nextMs() > timeMs) {
                arrive(order, timeMs);
                matcher.sweep();
                return;
            }
        }
        agenda.add(timeMs, request);
        if (isShown(timeMs)) {
            happen(timeMs);
        }
    }

    /** A request that arrives while a bar is gone through, whatever else may be due by its end. */
    void arrivesNow(Agenda.Item request, long timeMs, boolean withinBar) {
        if (request instanceof Agenda.Arrival(var order)) {
            order.sentToReduce = order.reduceOnly && matcher.canAct(order);
            order.arrivedInBar = withinBar ? matcher.bar : -1;
        }
        happen(request, timeMs);
        matcher.sweep();
    }

    /** A request that is sent while a bar is gone through, and arrives at an instant that has not been come to. */
    void arrivesLater(Agenda.Item request, long timeMs) {
        if (request instanceof Agenda.Arrival(var order)) {
            order.sentToReduce = order.reduceOnly && matcher.canAct(order);
        }
        agenda.add(timeMs, request);
    }

    @Nullable
    RestingOrder find(String clientOrderId) {
        RestingOrder known = matcher.find(clientOrderId);
        if (known != null) {
            return known;
        }
        for (RestingOrder order : agenda.underway()) {
            if (order.request.clientOrderId().equals(clientOrderId)) {
                return order;
            }
        }
        return null;
    }

    /** All that is due happens. */
    void happen(long untilMs) {
        while (agenda.nextMs() <= untilMs) {
            long dueMs = agenda.nextMs();
            happen(agenda.take(), dueMs);
        }
        matcher.sweep();
    }

    private void happen(Agenda.Item item, long timeMs) {
        switch (item) {
            case Agenda.Arrival(var order) -> arrive(order, timeMs);
            case Agenda.Cancel(var id) -> cancelNow(id, timeMs);
            case Agenda.Change(var id, var type, var size) -> changeNow(id, type, size, timeMs);
            case Agenda.Expiry(var order) -> expireNow(order, timeMs);
        }
    }

    private void arrive(RestingOrder order, long timeMs) {
        if (!order.accepted) {
            execution.accept(order, timeMs);
        }
        order.arrived = true;
        matcher.add(order);
        if (order.lost) {
            matcher.expire(order, DenialReason.OTHER_ORDER_FILLED, timeMs);
            return;
        }
        if (order.sentToReduce && !matcher.canAct(order)) {
            matcher.expire(order, DenialReason.NOTHING_TO_REDUCE, timeMs);
            return;
        }
        if (order.request.goodTill().isPresent()) {
            long end = order.request.goodTill().get().toEpochMilli();
            agenda.add(Math.max(end, timeMs), new Agenda.Expiry(order));
        }
        arrivals.arrived(order, timeMs);
    }

    private void expireNow(RestingOrder order, long timeMs) {
        if (!order.ended) {
            matcher.expire(order, DenialReason.TIME_OVER, timeMs);
        }
    }

    private void cancelNow(String id, long timeMs) {
        RestingOrder order = matcher.find(id);
        if (order != null) {
            cancel(order, timeMs);
        }
    }

    private void cancel(RestingOrder order, long timeMs) {
        matcher.remove(order);
        execution.tell(new Transaction.OrderCanceled(
                Instant.ofEpochMilli(timeMs), order.request.clientOrderId(), DenialReason.CANCELED_BY_EXPERT));
    }

    private void changeNow(String id, OrderType type, OrderSize size, long timeMs) {
        RestingOrder order = matcher.find(id);
        if (order == null) {
            return;
        }
        OrderRequest before = order.request;
        boolean smaller = before.type().equals(type)
                && before.size() instanceof OrderSize.Base(var old)
                && size instanceof OrderSize.Base(var now)
                && now.compareTo(old) <= 0;
        order.resize(size);
        if (!smaller) {
            order.amend(type);
            matcher.moveToEnd(order);
        }
        execution.tell(new Transaction.OrderModified(Instant.ofEpochMilli(timeMs), id, type, size));
        if (order.wanted != null && order.wanted.compareTo(order.taken) <= 0) {
            cancel(order, timeMs);
        } else if (!smaller) {
            arrivals.arrived(order, timeMs);
        }
    }

    /** The data have ended: what is due happens, and what is left expires. */
    void close(long timeMs) {
        happen(timeMs);
        List<RestingOrder> underway = agenda.underway();
        matcher.expireAll(DenialReason.END_OF_DATA, timeMs);
        underway.forEach(order -> matcher.expire(order, DenialReason.END_OF_DATA, timeMs));
    }
}
