package io.metaexpert.event;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What became of a request of ours, or what the venue did to our account by itself. Never dropped, never delivered twice. */
public sealed interface Transaction extends Event {

    /** What became of an order of ours. */
    sealed interface OrderTransaction extends Transaction {
        String clientOrderId();
    }

    /** What the venue did to a position of ours without an order. */
    sealed interface AccountTransaction extends Transaction {
        InstrumentId instrument();

        /** Of the position in hedge mode; else empty. */
        Optional<PositionSide> positionSide();
    }

    /**
     * Refused by us, before it was sent.
     *
     * @param detail one sentence for people
     * @param limit the limit that it was refused by; empty when it was something else
     */
    record OrderDenied(Instant time, OrderRequest request, DenialReason reason, String detail, Optional<LimitHit> limit)
            implements OrderTransaction {
        /** Refused for what its reason says, by no limit. */
        public OrderDenied(Instant time, OrderRequest request, DenialReason reason) {
            this(time, request, reason, reason.text(), Optional.empty());
        }

        @Override
        public String clientOrderId() {
            return request.clientOrderId();
        }
    }

    /** The venue has taken the order. */
    record OrderAccepted(Instant time, String clientOrderId, String venueOrderId) implements OrderTransaction {}

    /** Refused by the venue. */
    record OrderRejected(Instant time, String clientOrderId, DenialReason reason, String detail)
            implements OrderTransaction {}

    /**
     * Executed, in whole or in part.
     *
     * @param complete whether nothing of the order remains
     */
    record OrderFilled(Instant time, Fill fill, boolean complete) implements OrderTransaction {
        @Override
        public String clientOrderId() {
            return fill.clientOrderId();
        }
    }

    /** Prices or size of a resting order were changed. */
    record OrderModified(Instant time, String clientOrderId, OrderType type, OrderSize size)
            implements OrderTransaction {}

    /** Taken back on our request. */
    record OrderCanceled(Instant time, String clientOrderId, DenialReason reason) implements OrderTransaction {}

    /** Ended by the venue without being filled wholly. */
    record OrderExpired(Instant time, String clientOrderId, DenialReason reason) implements OrderTransaction {}

    /**
     * Funding of a perpetual was exchanged.
     *
     * @param positionSide LONG or SHORT in hedge mode, else empty
     * @param signedQuantity of the position, positive long
     * @param markPrice by which the position was valued
     * @param rate as a fraction; positive is paid by longs to shorts
     * @param amount the change of cash: negative when we paid
     */
    record FundingPaid(
            Instant time,
            InstrumentId instrument,
            Optional<PositionSide> positionSide,
            BigDecimal signedQuantity,
            BigDecimal markPrice,
            BigDecimal rate,
            Money amount)
            implements AccountTransaction {}

    /**
     * The venue closed a position whose margin was used up.
     *
     * @param fill at the price of the liquidation; its order id is the venue's
     * @param insurance what the insurance fund paid because the loss went beyond the collateral; zero or positive
     */
    record PositionLiquidated(Instant time, Fill fill, Money insurance) implements AccountTransaction {
        @Override
        public InstrumentId instrument() {
            return fill.instrument();
        }

        @Override
        public Optional<PositionSide> positionSide() {
            return fill.positionSide();
        }
    }

    /**
     * A dated contract expired and its position was settled.
     *
     * @param positionSide of the position in hedge mode; else empty
     * @param signedQuantity of the position, positive long
     * @param price of the settlement: that of the future, or the exercise value of an option per base; zero when it expired without value
     * @param exercised whether it was an option with a value
     */
    record PositionSettled(
            Instant time,
            InstrumentId instrument,
            Optional<PositionSide> positionSide,
            BigDecimal signedQuantity,
            BigDecimal price,
            Money fee,
            boolean exercised)
            implements AccountTransaction {}
}
