package io.metaexpert.event;

import io.metaexpert.market.Bar;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import java.time.Instant;

/** What the market did. */
public sealed interface MarketEvent extends Event {
    /** A bar closed; {@link #time()} is its close. */
    record BarClosed(Instant time, Bar bar) implements MarketEvent {}

    record TickReceived(Instant time, Tick tick) implements MarketEvent {}

    record BookChanged(Instant time, OrderBook book) implements MarketEvent {}
}
