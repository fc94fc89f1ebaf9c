package io.metaexpert.order;

import io.metaexpert.market.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an order at an instant; immutable.
 *
 * @param quantity the quantity asked for; empty while it is sized at the fill
 * @param averagePrice of the filled part; zero while nothing is filled
 * @param fees paid so far, in settlement currency
 * @param statusReason why it was denied, rejected, canceled or expired; empty otherwise
 */
public record Order(
        OrderRequest request,
        OrderStatus status,
        Optional<Quantity> quantity,
        Quantity filledQuantity,
        BigDecimal averagePrice,
        BigDecimal fees,
        String statusReason,
        Instant updated) {

    public String clientOrderId() {
        return request.clientOrderId();
    }

    public boolean isOpen() {
        return !status.isTerminal();
    }
}
