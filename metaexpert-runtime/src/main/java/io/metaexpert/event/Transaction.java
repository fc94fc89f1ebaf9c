package io.metaexpert.event;

import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderType;
import java.time.Instant;

/** What became of a request of ours. Never dropped, never delivered twice. */
public sealed interface Transaction extends Event {
    String clientOrderId();

    /** Refused by us, before it was sent. */
    record OrderDenied(Instant time, OrderRequest request, DenialReason reason, String detail) implements Transaction {
        @Override
        public String clientOrderId() {
            return request.clientOrderId();
        }
    }

    /** The venue has taken the order. */
    record OrderAccepted(Instant time, String clientOrderId, String venueOrderId) implements Transaction {}

    /** Refused by the venue. */
    record OrderRejected(Instant time, String clientOrderId, DenialReason reason, String detail)
            implements Transaction {}

    /**
     * Executed, in whole or in part.
     *
     * @param complete whether nothing of the order remains
     */
    record OrderFilled(Instant time, Fill fill, boolean complete) implements Transaction {
        @Override
        public String clientOrderId() {
            return fill.clientOrderId();
        }
    }

    /** Prices of a resting order were changed. */
    record OrderModified(Instant time, String clientOrderId, OrderType type) implements Transaction {}

    /** Taken back on our request. */
    record OrderCanceled(Instant time, String clientOrderId, DenialReason reason) implements Transaction {}

    /** Ended by the venue without being filled wholly. */
    record OrderExpired(Instant time, String clientOrderId, DenialReason reason) implements Transaction {}
}
