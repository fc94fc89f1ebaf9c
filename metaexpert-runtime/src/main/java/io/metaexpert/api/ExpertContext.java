package io.metaexpert.api;

import io.metaexpert.indicator.Indicators;
import io.metaexpert.indicator.Series;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.Tick;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Portfolio;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.PositionRisk;
import io.metaexpert.risk.RiskState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * All that a strategy can see and do. Nothing in it shows a bar before it has closed or a price after "now". Methods without
 * a symbol speak of the first symbol of the configuration. Use it on the engine thread only, from handlers.
 *
 * <p>A symbol or timeframe that the run does not have is an {@link IllegalArgumentException} that lists those it has.
 */
public interface ExpertContext {
    // --- market

    /** Closed bars of the strategy's timeframe. */
    Series series();

    /** Closed bars of another timeframe, which must be a multiple of the data's; ask for it first in {@link OnInit}. */
    Series series(String timeframe);

    Series series(String symbol, String timeframe);

    /** The newest tick; empty until one was received (a backtest on bars has none). */
    Optional<Tick> tick();

    Optional<Tick> tick(String symbol);

    /** The order book; empty without {@link OnBook} or data. */
    Optional<OrderBook> book();

    Instrument instrument();

    Instrument instrument(String symbol);

    /** All symbols of the run, in the order of the configuration. */
    List<String> symbols();

    /** The engine's clock: simulated in a backtest. */
    InstantSource clock();

    default Instant now() {
        return clock().instant();
    }

    // --- indicators

    /** Built-in indicators on the strategy's timeframe, updated once per closed bar before any handler is called. */
    Indicators indicators();

    Indicators indicators(String timeframe);

    Indicators indicators(String symbol, String timeframe);

    // --- trading

    /** The size by the configured rule ({@code sizing}). */
    OrderSize size();

    /** Buys at the market. */
    OrderHandle buy(OrderSize size);

    OrderHandle buy(OrderSize size, String reason);

    /** Sells at the market; on futures this may open a short position. */
    OrderHandle sell(OrderSize size);

    OrderHandle sell(OrderSize size, String reason);

    /** An order with all choices, on the first symbol. */
    OrderBuilder order(Side side);

    OrderBuilder order(String symbol, Side side);

    /** Closes the position of the first symbol at the market with a reduce-only order; does nothing when flat. */
    Optional<OrderHandle> close(String reason);

    Optional<OrderHandle> close(String symbol, String reason);

    /**
     * Closes the position if it is LONG or SHORT, as {@code side} says. In hedge mode there may be both; there {@link #close(String)} closes both
     * and answers the first order.
     */
    Optional<OrderHandle> close(PositionSide side, String reason);

    Optional<OrderHandle> close(String symbol, PositionSide side, String reason);

    /** Asks to take an order back; too late is answered by the fill. */
    void cancel(OrderHandle order);

    /** Cancels all open orders of all symbols. */
    void cancelAll();

    /**
     * Asks to change the prices of a resting order. It goes behind our other orders at its price. Too late is answered by the fill.
     *
     * @throws IllegalArgumentException when {@code type} is of another kind
     */
    void modify(OrderHandle order, OrderType type);

    /**
     * Asks to change the size of a resting order; its place among our orders is kept when it becomes smaller.
     *
     * @param quantity all that it is for, what has filled included; the order ends when that is no more than what has filled
     * @throws IllegalArgumentException when the quantity rounds down to zero
     */
    void modify(OrderHandle order, Quantity quantity);

    /** Asks to change both. */
    void modify(OrderHandle order, OrderType type, Quantity quantity);

    // --- portfolio

    /** What is held; in hedge mode the long position, or the short one while there is no long one. */
    Position position();

    Position position(String symbol);

    /** The LONG or the SHORT position of hedge mode; elsewhere the only one if it is of that side, else flat. */
    Position position(PositionSide side);

    Position position(String symbol, PositionSide side);

    /**
     * What a new position would bind and at which prices it would be liquidated, before its order is sent. It is looked at alone, beside
     * nothing that is held already.
     *
     * @param price at which it would be opened
     * @return empty for spot and options, which are not liquidated this way, and for a size that rounds down to nothing
     */
    Optional<PositionRisk> risk(PositionSide side, OrderSize size, double price);

    Optional<PositionRisk> risk(String symbol, PositionSide side, OrderSize size, double price);

    /** Positions that are not flat. */
    List<Position> positions();

    /** Open orders, oldest first. */
    List<Order> orders();

    Account account();

    /** All that is owned and owed now: positions at their marks, balances, exposure, margin, profit and costs so far. Made anew by every call. */
    Portfolio portfolio();

    /** What has been entered and left so far, first in first out, in the order of the exits; a view that grows with the run. */
    List<RoundTrip> roundTrips();

    /** Balances plus unrealized profit at the last prices, in account currency. */
    double equity();

    // --- the rest

    /** When entries are allowed, by the configuration's filters. */
    Filters filters();

    ExpertState state();

    /** Whether the limits let the strategy trade: entries are denied while it is not ACTIVE. */
    RiskState riskState();

    Logger log();

    /** Ends the run after this handler, with {@link DeinitReason#EXPERT_REQUEST}. */
    void stop(String reason);
}
