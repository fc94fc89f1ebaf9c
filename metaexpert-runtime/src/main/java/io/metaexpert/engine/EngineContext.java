package io.metaexpert.engine;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.ExpertState;
import io.metaexpert.api.Filters;
import io.metaexpert.api.OrderBuilder;
import io.metaexpert.api.OrderHandle;
import io.metaexpert.indicator.Indicators;
import io.metaexpert.indicator.Series;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.Tick;
import io.metaexpert.market.Timeframe;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/** What a strategy sees of the engine: a thin front over {@link MetaProcess}. */
final class EngineContext implements ExpertContext {
    private final MetaProcess process;
    private final OrderDesk desk;
    private final Market first;
    private final Timeframe timeframe;
    private final Filters filters;
    private final ExpertState state;
    private final Logger log;

    EngineContext(MetaProcess process, OrderDesk desk, Timeframe timeframe, Logger log) {
        this.process = process;
        this.desk = desk;
        this.first = process.markets().get(0);
        this.timeframe = timeframe;
        this.filters = new ContextFilters(process.filters(), process.clock(), first, this::market);
        this.state = new StoredState(process.settings().safety().store());
        this.log = log;
    }

    private Market market(String symbol) {
        for (Market market : process.markets()) {
            if (market.instrument.id().symbol().equals(symbol)) {
                return market;
            }
        }
        throw new IllegalArgumentException("no symbol " + symbol + " in this run, which has " + symbols());
    }

    private SeriesState state(Market market, String text) {
        Timeframe wanted = Timeframe.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no timeframe \"" + text + "\"; use one of " + market.timeframes()));
        return process.series(market, wanted);
    }

    @Override
    public Series series() {
        return process.series(first, timeframe).series;
    }

    @Override
    public Series series(String wanted) {
        return state(first, wanted).series;
    }

    @Override
    public Series series(String symbol, String wanted) {
        return state(market(symbol), wanted).series;
    }

    @Override
    public Optional<Tick> tick() {
        return first.tick();
    }

    @Override
    public Optional<Tick> tick(String symbol) {
        return market(symbol).tick();
    }

    @Override
    public Optional<OrderBook> book() {
        return first.book(process.bookDepth());
    }

    @Override
    public Instrument instrument() {
        return first.instrument;
    }

    @Override
    public Instrument instrument(String symbol) {
        return market(symbol).instrument;
    }

    @Override
    public List<String> symbols() {
        return process.markets().stream().map(m -> m.instrument.id().symbol()).toList();
    }

    @Override
    public InstantSource clock() {
        return process.clock();
    }

    @Override
    public Indicators indicators() {
        return process.series(first, timeframe).indicators;
    }

    @Override
    public Indicators indicators(String wanted) {
        return state(first, wanted).indicators;
    }

    @Override
    public Indicators indicators(String symbol, String wanted) {
        return state(market(symbol), wanted).indicators;
    }

    @Override
    public OrderSize size() {
        return process.settings().size();
    }

    @Override
    public OrderHandle buy(OrderSize size) {
        return buy(size, "");
    }

    @Override
    public OrderHandle buy(OrderSize size, String reason) {
        return order(Side.BUY).size(size).reason(reason).submit();
    }

    @Override
    public OrderHandle sell(OrderSize size) {
        return sell(size, "");
    }

    @Override
    public OrderHandle sell(OrderSize size, String reason) {
        return order(Side.SELL).size(size).reason(reason).submit();
    }

    @Override
    public OrderBuilder order(Side side) {
        return new OrderTicket(desk, first.instrument, side);
    }

    @Override
    public OrderBuilder order(String symbol, Side side) {
        return new OrderTicket(desk, market(symbol).instrument, side);
    }

    @Override
    public Optional<OrderHandle> close(String reason) {
        return close(first, reason);
    }

    @Override
    public Optional<OrderHandle> close(String symbol, String reason) {
        return close(market(symbol), reason);
    }

    @Override
    public Optional<OrderHandle> close(PositionSide side, String reason) {
        return closeSide(first, side, reason);
    }

    @Override
    public Optional<OrderHandle> close(String symbol, PositionSide side, String reason) {
        return closeSide(market(symbol), side, reason);
    }

    private Optional<OrderHandle> closeSide(Market market, PositionSide side, String reason) {
        if (process.settings().hedge()) {
            return close(market, Optional.of(side), reason);
        }
        return market.position().side() == side ? close(market, Optional.empty(), reason) : Optional.empty();
    }

    private Optional<OrderHandle> close(Market market, String reason) {
        if (!process.settings().hedge()) {
            return close(market, Optional.empty(), reason);
        }
        Optional<OrderHandle> closedLong = close(market, Optional.of(PositionSide.LONG), reason);
        Optional<OrderHandle> closedShort = close(market, Optional.of(PositionSide.SHORT), reason);
        return closedLong.isPresent() ? closedLong : closedShort;
    }

    private Optional<OrderHandle> close(Market market, Optional<PositionSide> side, String reason) {
        return desk.closePosition(
                market.instrument, side, process.ledger().signedQuantity(market.instrument.id(), side), reason);
    }

    @Override
    public void cancel(OrderHandle order) {
        desk.cancel(order.clientOrderId());
    }

    @Override
    public void cancelAll() {
        for (TrackedOrder order : process.openOrders()) {
            desk.cancel(order.clientOrderId());
        }
    }

    @Override
    public void modify(OrderHandle order, OrderType type) {
        desk.modify(order, type);
    }

    @Override
    public void modify(OrderHandle order, Quantity quantity) {
        modify(order, order.order().request().type(), quantity);
    }

    @Override
    public void modify(OrderHandle order, OrderType type, Quantity quantity) {
        String symbol = order.order().request().instrument().symbol();
        desk.modify(order, type, quantity, market(symbol).instrument);
    }

    @Override
    public Position position() {
        return first.position();
    }

    @Override
    public Position position(String symbol) {
        return market(symbol).position();
    }

    @Override
    public Position position(PositionSide side) {
        return position(first, side);
    }

    @Override
    public Position position(String symbol, PositionSide side) {
        return position(market(symbol), side);
    }

    private Position position(Market market, PositionSide side) {
        if (process.settings().hedge()) {
            return process.ledger().position(market.instrument.id(), Optional.of(side));
        }
        Position only = market.position();
        return only.side() == side ? only : Position.flat(market.instrument.id(), market.instrument.contract());
    }

    @Override
    public Optional<PositionRisk> risk(PositionSide side, OrderSize size, double price) {
        return risk(first, side, size, price);
    }

    @Override
    public Optional<PositionRisk> risk(String symbol, PositionSide side, OrderSize size, double price) {
        return risk(market(symbol), side, size, price);
    }

    private Optional<PositionRisk> risk(Market market, PositionSide side, OrderSize size, double price) {
        return new RiskPreview(process.settings(), process.ledger(), process.equity()).of(market, side, size, price);
    }

    @Override
    public List<Position> positions() {
        return process.ledger().positions();
    }

    @Override
    public List<Order> orders() {
        return process.openOrders().stream().map(TrackedOrder::order).toList();
    }

    @Override
    public Portfolio portfolio() {
        return process.portfolio();
    }

    @Override
    public List<RoundTrip> roundTrips() {
        return process.closedRoundTrips();
    }

    @Override
    public Account account() {
        return process.account();
    }

    @Override
    public double equity() {
        return process.equity();
    }

    @Override
    public Filters filters() {
        return filters;
    }

    @Override
    public ExpertState state() {
        return state;
    }

    @Override
    public RiskState riskState() {
        return process.riskState();
    }

    @Override
    public Logger log() {
        return log;
    }

    @Override
    public void stop(String reason) {
        process.requestStop(reason);
    }
}
