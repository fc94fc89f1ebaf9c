package io.metaexpert.engine;

import io.metaexpert.order.OrderSize;
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
        int index = Market.index(markets, ticket.instrument.id());
        Market market = markets.get(index);
        double price = EntryWish.price(ticket.type, market);
        OptionalDouble stop = stop(market, ticket, price);
        return stop.isEmpty()
                ? share
                : new OrderSize.Base(market.instrument.quantity(
                        sizes.quantity(share, market, index, ticket.side, price, stop.getAsDouble())));
    }

    private OptionalDouble stop(Market market, OrderTicket ticket, double price) {
        return Double.isNaN(price)
                ? OptionalDouble.empty()
                : stops.of(market, ticket.side, price, ticket.stopLoss)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty());
    }
}
