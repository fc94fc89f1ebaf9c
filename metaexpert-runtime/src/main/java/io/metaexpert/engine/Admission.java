package io.metaexpert.engine;

import io.metaexpert.order.OrderSize;
import org.jspecify.annotations.Nullable;

/**
 * What the limits make of an order.
 *
 * @param size for how much it may be sent
 * @param kind what it may do
 * @param refusal why it may not be sent; null when it may
 */
record Admission(OrderSize size, Kind kind, @Nullable Refusal refusal) {
    enum Kind {
        /** It may open a position. */
        ENTRY,
        /** It may close a position and open the opposite one. */
        TURN,
        /** It must not open anything, so it is sent as reduce-only. */
        EXIT,
        /** The limits have nothing to say of it. */
        OTHER
    }

    static Admission entry(OrderSize size) {
        return new Admission(size, Kind.ENTRY, null);
    }

    static Admission turn(OrderSize size) {
        return new Admission(size, Kind.TURN, null);
    }

    static Admission exit(OrderSize size) {
        return new Admission(size, Kind.EXIT, null);
    }

    static Admission passed(OrderSize size) {
        return new Admission(size, Kind.OTHER, null);
    }

    static Admission refused(OrderSize size, Refusal refusal) {
        return new Admission(size, Kind.OTHER, refusal);
    }
}
