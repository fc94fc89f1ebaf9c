package io.metaexpert.engine;

import io.metaexpert.api.OrderHandle;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order of ours from request to end: the order state machine. Terminal states are never left. Engine thread only. */
final class TrackedOrder implements OrderHandle {
    private OrderRequest request;
    /** Whether its cancel was asked for by the limits. */
    boolean cancelAsked;

    /** Whether the limits have sent it. */
    boolean ofEngine;

    private OrderStatus status = OrderStatus.SUBMITTED;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    /** The only fill; null once there were several, whose average price is a quotient. */
    private @Nullable Fill onlyFill;

    private String statusReason = "";
    private Instant updated;

    /** Whether it was sent to protect a position, and not by the strategy. */
    final boolean protects;

    TrackedOrder(OrderRequest request, boolean protects) {
        this.request = request;
        this.protects = protects;
        this.updated = request.time();
    }

    /** Moves on; answers whether the state changed. What most orders see needs no pattern switch, see docs/developer/performance.md. */
    boolean apply(OrderTransaction transaction) {
        if (status.isTerminal()) {
            return false;
        }
        updated = transaction.time();
        if (transaction instanceof Transaction.OrderFilled it) {
            applyFill(it.fill(), it.complete());
        } else if (transaction instanceof Transaction.OrderAccepted) {
            status = OrderStatus.ACCEPTED;
        } else if (transaction instanceof Transaction.OrderExpired it) {
            end(OrderStatus.EXPIRED, it.reason().text());
        } else {
            applyOther(transaction);
        }
        return true;
    }

    private void applyOther(OrderTransaction transaction) {
        switch (transaction) {
            case Transaction.OrderModified it -> request = request.with(it.type(), it.size());
            case Transaction.OrderDenied it -> end(OrderStatus.DENIED, it.detail());
            case Transaction.OrderRejected it -> end(OrderStatus.REJECTED, it.detail());
            case Transaction.OrderCanceled it ->
                end(OrderStatus.CANCELED, it.reason().text());
            case Transaction.OrderExpired it ->
                end(OrderStatus.EXPIRED, it.reason().text());
            case Transaction.OrderAccepted it -> status = OrderStatus.ACCEPTED;
            case Transaction.OrderFilled it -> applyFill(it.fill(), it.complete());
        }
    }

    private void applyFill(Fill fill, boolean complete) {
        Fill before = onlyFill;
        if (filled.signum() == 0) {
            onlyFill = fill;
            filled = fill.quantity().value();
            fees = fill.fee().amount();
        } else {
            onlyFill = null;
            paid = (before == null ? paid : before.notional()).add(fill.notional());
            filled = filled.add(fill.quantity().value());
            fees = fees.add(fill.fee().amount());
        }
        status = complete ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    private void end(OrderStatus end, String reason) {
        status = end;
        statusReason = reason;
    }

    /** What has filled so far. */
    BigDecimal filled() {
        return filled;
    }

    /** Whether it has ended by filling wholly. */
    boolean isFilled() {
        return status == OrderStatus.FILLED;
    }

    /** Lets it be for another reason from now on. */
    void because(String reason) {
        request = request.because(reason);
    }

    OrderRequest request() {
        return request;
    }

    @Override
    public String clientOrderId() {
        return request.clientOrderId();
    }

    @Override
    public boolean isOpen() {
        return !status.isTerminal();
    }

    @Override
    public Order order() {
        Quantity filledQuantity = onlyFill != null ? onlyFill.quantity() : new Quantity(filled);
        return new Order(
                request,
                status,
                quantity(filledQuantity),
                filledQuantity,
                filled.signum() == 0 ? BigDecimal.ZERO : average(),
                fees,
                statusReason,
                updated);
    }

    private Optional<Quantity> quantity(Quantity filledQuantity) {
        if (request.size() instanceof OrderSize.Base(var quantity)) {
            return Optional.of(quantity);
        }
        return status == OrderStatus.FILLED ? Optional.of(filledQuantity) : Optional.empty();
    }

    private BigDecimal average() {
        return onlyFill != null
                ? onlyFill.price().value()
                : paid.divide(filled, MathContext.DECIMAL128).stripTrailingZeros();
    }
}
