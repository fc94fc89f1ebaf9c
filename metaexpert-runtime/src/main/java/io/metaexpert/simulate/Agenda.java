package io.metaexpert.simulate;

import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** What is to happen at the venue at instants to come, in the order of time, and of being asked for at one instant. */
final class Agenda {
    static final long NEVER = Long.MAX_VALUE;

    /** Something to happen. */
    sealed interface Item {}

    /** An order reaches the venue. */
    record Arrival(RestingOrder order) implements Item {}

    record Cancel(String clientOrderId) implements Item {}

    record Change(String clientOrderId, OrderType type, OrderSize size) implements Item {}

    /** The time of a GTD order is over. */
    record Expiry(RestingOrder order) implements Item {}

    private record Entry(long timeMs, long number, Item item) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(timeMs, other.timeMs);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long added;
    /** When the next is due; {@link #NEVER} when there is none. */
    private long nextMs = NEVER;

    long nextMs() {
        return nextMs;
    }

    /** Whether something is due before an instant. Times of orders that have ended are forgotten: they are no reason to cut a bar. */
    boolean hasBefore(long timeMs) {
        while (nextMs < timeMs && entries.element().item instanceof Expiry(var order) && order.ended) {
            take();
        }
        return nextMs < timeMs;
    }

    void add(long timeMs, Item item) {
        entries.add(new Entry(timeMs, added++, item));
        nextMs = Math.min(nextMs, timeMs);
    }

    /** Takes the next one out; there must be one. */
    Item take() {
        Item item = entries.remove().item;
        nextMs = entries.isEmpty() ? NEVER : entries.peek().timeMs;
        return item;
    }

    /** Orders on their way, in the order in which they will arrive. */
    List<RestingOrder> underway() {
        List<RestingOrder> orders = new ArrayList<>();
        entries.stream().sorted().forEach(entry -> {
            if (entry.item instanceof Arrival(var order)) {
                orders.add(order);
            }
        });
        return orders;
    }
}
