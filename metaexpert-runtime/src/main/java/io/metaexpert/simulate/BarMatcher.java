package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the orders of one instrument meet its bars, and requests arrive at their times. A bar in which something arrives or expires is cut
 * there: what was in the market before meets the first part, the rest meets both. Engine thread only.
 */
final class BarMatcher {
    private final Matcher matcher;
    private final Execution execution;
    private final BarWalk walk;
    private final PathChoice choice;
    private final @Nullable VolumeShare share;
    private final Agenda agenda = new Agenda();
    private final Span span;
    private final Span head;
    private @Nullable Bars lastBars;
    private int lastIndex;

    BarMatcher(AccountMarket market, Execution execution, FillSettings settings) {
        this.matcher = new Matcher(market, execution, settings.spread().doubleValue() / 2);
        this.execution = execution;
        this.choice = new PathChoice(settings.assumption(), settings.seed());
        this.walk = BarWalk.of(settings, choice);
        this.share = settings.volumeShare()
                .map(part -> new VolumeShare(part, market.instrument))
                .orElse(null);
        this.span = new Span(market.instrument);
        this.head = new Span(market.instrument);
    }

    // --- requests

    /** An order that arrives at an instant, which may lie in a bar that is not over yet. */
    void arrives(RestingOrder order, long timeMs) {
        if (isBeforeNextBar(timeMs)) {
            arrive(order, timeMs);
        } else {
            agenda.add(timeMs, new Agenda.Arrival(order));
        }
    }

    void cancel(String clientOrderId, long timeMs) {
        agenda.add(timeMs, new Agenda.Cancel(clientOrderId));
        catchUp(timeMs);
    }

    void change(String clientOrderId, OrderType type, OrderSize size, long timeMs) {
        agenda.add(timeMs, new Agenda.Change(clientOrderId, type, size));
        catchUp(timeMs);
    }

    private void catchUp(long timeMs) {
        if (isBeforeNextBar(timeMs)) {
            happen(timeMs);
        }
    }

    /** Whether an instant is not within a bar that has not been shown yet. */
    private boolean isBeforeNextBar(long timeMs) {
        return lastBars != null && timeMs <= lastBars.closeTimeMs(lastIndex);
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
    private void happen(long untilMs) {
        while (agenda.nextMs() <= untilMs) {
            long dueMs = agenda.nextMs();
            switch (agenda.take()) {
                case Agenda.Arrival(var order) -> arrive(order, dueMs);
                case Agenda.Cancel(var id) -> cancelNow(id, dueMs);
                case Agenda.Change(var id, var type, var size) -> changeNow(id, type, size, dueMs);
                case Agenda.Expiry(var order) -> expireNow(order, dueMs);
            }
        }
        matcher.sweep();
    }

    private void arrive(RestingOrder order, long timeMs) {
        if (!order.accepted) {
            execution.accept(order, timeMs);
        }
        order.arrived = true;
        matcher.add(order);
        if (order.lost) {
            matcher.expire(order, DenialReason.OTHER_ORDER_FILLED, timeMs);
        } else if (order.request.goodTill().isPresent()) {
            long end = order.request.goodTill().get().toEpochMilli();
            agenda.add(Math.max(end, timeMs), new Agenda.Expiry(order));
        }
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
        }
    }

    // --- bars

    void onBar(Bars bars, int i) {
        lastBars = bars;
        lastIndex = i;
        if (matcher.isEmpty() && agenda.nextMs() == Agenda.NEVER) {
            return;
        }
        long openMs = bars.openTimeMs(i);
        if (agenda.nextMs() <= openMs) {
            happen(openMs);
        }
        matcher.begin(share == null ? null : share.of(bars, i));
        matcher.point(bars.open(i), openMs);
        if (matcher.isEmpty() && agenda.nextMs() == Agenda.NEVER) {
            // Market orders alone, as at most bars that have any.
            return;
        }
        span.set(bars, i);
        if (agenda.nextMs() < span.closeMs) {
            inParts();
        }
        walk.within(matcher, span);
        matcher.settle();
    }

    private void inParts() {
        span.draw(choice.highFirst(span, matcher.market.held.signum()));
        while (agenda.nextMs() < span.closeMs) {
            long cutMs = agenda.nextMs();
            span.cut(cutMs, head);
            walk.within(matcher, head);
            matcher.settle();
            happen(cutMs);
            matcher.point(span.open, cutMs);
        }
    }

    /** The data have ended: what is due happens, and what is left expires. */
    void close(long timeMs) {
        happen(timeMs);
        List<RestingOrder> underway = agenda.underway();
        matcher.expireAll(DenialReason.END_OF_DATA, timeMs);
        underway.forEach(order -> matcher.expire(order, DenialReason.END_OF_DATA, timeMs));
    }

    /** Ends all orders, as the venue does when it closes the position itself. */
    void expireAll(DenialReason reason, long timeMs) {
        matcher.expireAll(reason, timeMs);
    }

    /** See {@link SimulatedVenue#intrabarOrders}. */
    Set<String> ambiguous() {
        return matcher.ambiguous();
    }
}
