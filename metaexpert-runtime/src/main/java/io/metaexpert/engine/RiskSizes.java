package io.metaexpert.engine;

import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import java.util.List;
import java.util.OptionalDouble;

/** Turns sizes by risk into quantities, which needs the stop of the order. Engine thread only. */
final class RiskSizes {
    private final List<Market> markets;
    private final SizeEstimate sizes;
    private final StopDistances stops;

    RiskSizes(List<Market> markets, SizeEstimate sizes, StopDistances stops) {
        this.markets = markets;
        this.sizes = sizes;
        this.stops = stops;
    }

    /** The size of an order; one by risk stays as it is when there is no stop. */
    OrderSize resolved(OrderTicket ticket) {
        OrderSize size = ticket.size();
        return size instanceof OrderSize.RiskShare share ? byRisk(ticket, share) : size;
    }

    private OrderSize byRisk(OrderTicket ticket, OrderSize.RiskShare share) {
        for (int i = 0; i < markets.size(); i++) {
            Market market = markets.get(i);
            if (market.instrument.id().equals(ticket.instrument.id())) {
                double price = EntryWish.price(ticket.type, market);
                OptionalDouble stop = stop(market, ticket, price);
                if (stop.isEmpty()) {
                    return share;
                }
                Side side = ticket.side;
                return new OrderSize.Base(
                        market.instrument.quantity(sizes.quantity(share, market, i, side, price, stop.getAsDouble())));
            }
        }
        return share;
    }

    private OptionalDouble stop(Market market, OrderTicket ticket, double price) {
        return Double.isNaN(price)
                ? OptionalDouble.empty()
                : stops.of(market, ticket.side, price, ticket.stopLoss)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty());
    }
}
