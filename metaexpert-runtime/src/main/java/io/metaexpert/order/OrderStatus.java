package io.metaexpert.order;

/** Where an order stands. DENIED is refused by us before it was sent, REJECTED is refused by the venue. */
public enum OrderStatus {
    SUBMITTED,
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    DENIED,
    REJECTED;

    /** Whether nothing more can happen to the order. */
    public boolean isTerminal() {
        return this != SUBMITTED && this != ACCEPTED && this != PARTIALLY_FILLED;
    }
}
