package io.metaexpert.engine;

import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.BoundExpert.OnBookHandler;
import io.metaexpert.bind.Handler;
import io.metaexpert.event.Transaction;
import io.metaexpert.indicator.SeriesCursor;
import io.metaexpert.market.Bars;
import io.metaexpert.market.BarsSlice;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Price;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.performance.RoundTripBook;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.Portfolio;
import io.metaexpert.risk.RiskState;
import io.metaexpert.spi.EngineListener;
import io.metaexpert.spi.ExecutionVenue;
import io.metaexpert.spi.MarketListener;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The trading process: one strategy, one thread, one loop. Each step is one instant at which base bars close:
 *
 * <ol>
 *   <li>where ticks and depth are known, all before that instant is shown ({@code @OnTick}, {@code @OnBook});
 *   <li>timers due and coarser bars over before that instant come first;
 *   <li>the bars become visible: resting orders meet them, series and indicators are updated;
 *   <li>what orders did is told ({@code @OnTransaction}, {@code @OnOrder}, {@code @OnPosition}, {@code @OnAccount});
 *   <li>equity is marked;
 *   <li>{@code @OnBar} is called, smaller timeframes first, then in the order of the symbols.
 * </ol>
 *
 * An order sent at one step meets the bars of the next. Not thread-safe.
 */
public final class MetaProcess {
    private static final Object NOTHING = new Object();
    private static final int USUAL_BOOK_DEPTH = 20;

    private final EngineSettings settings;
    private final BoundExpert expert;
    private final ExecutionVenue venue;
    private final MarketListener venueMarket;
    private final EngineClock clock = new EngineClock();
    private final Market[] markets;
    private final List<Market> marketList;
    private final Dispatcher dispatcher;
    private final OrderManager orders;
    private final OrderDesk desk;
    private final Books books;
    private final EquityRecorder equity;
    private final TransactionFlow transactions;
    private final BarFlow bars;
    /** Null where the data are bars alone. */
    private final @Nullable TickFlow ticks;

    private final ProtectorSlot protection;
    private final EntryFilters filters;
    /** Null where nothing is limited. */
    private final @Nullable RiskControl risk;

    private final Ending ending;
    private final Deque<Transaction> queue = TransactionFlow.newQueue();
    private final EngineContext context;
    private @Nullable RunObserver observer;
    private boolean running;

    /**
     * @param venueMarket told of all that happens in the market before anyone else; the simulated venue, or nothing to do for a real one
     * @param expectedSteps how many steps are likely, for the size of arrays
     */
    public MetaProcess(
            EngineSettings settings,
            BoundExpert expert,
            List<MarketFeed> feeds,
            ExecutionVenue venue,
            MarketListener venueMarket,
            List<EngineListener> listeners,
            int expectedSteps) {
        this.settings = settings;
        this.expert = expert;
        this.venue = venue;
        this.venueMarket = venueMarket;
        this.dispatcher = new Dispatcher(expert, clock, settings.haltOnError());
        this.orders = new OrderManager(venue);
        this.protection = new ProtectorSlot(this::protector);
        this.markets = feeds.stream().map(this::market).toArray(Market[]::new);
        this.marketList = List.of(markets);
        this.books = books(feeds);
        Exposure exposure = new Exposure(books, marketList, settings);
        SizeEstimate sizes = new SizeEstimate(
                exposure, books, settings.leverage(), settings.costs().slippage());
        this.desk = new OrderDesk(
                settings.expertId(),
                orders,
                clock,
                settings.hedge(),
                queue::add,
                venue,
                protection,
                new RiskSizes(marketList, sizes, this::stopDistance));
        this.equity = new EquityRecorder(expectedSteps);
        this.ending = new Ending(dispatcher);
        this.transactions = new TransactionFlow(expert, dispatcher, orders, books, clock, listeners, queue);
        this.bars = new BarFlow(expert, settings, markets, dispatcher, transactions, desk, clock, ending);
        this.filters = new EntryFilters(settings.safety().filters(), settings.timeframe(), marketList);
        this.risk = RiskControl.of(
                settings, books, marketList, orders, desk, exposure, sizes, filters, this::stopDistance, clock);
        if (risk != null) {
            desk.limit(risk);
        }
        this.ticks = ticks(feeds);
        this.context =
                new EngineContext(this, desk, settings.timeframe(), LoggerFactory.getLogger("expert." + expert.name()));
    }

    private Market market(MarketFeed feed) {
        Market market = new Market(
                feed.instrument(),
                feed.bars(),
                feed.tiers(),
                BarFlow.handlers(expert, settings, feed.bars().timeframe()));
        market.readHistory(feed.history());
        return market;
    }

    private Books books(List<MarketFeed> feeds) {
        List<Instrument> instruments =
                feeds.stream().map(MarketFeed::instrument).toList();
        return new Books(
                new Ledger(settings.capital().currency(), settings.capital().amount(), instruments),
                marketList,
                new RoundTripBook(instruments),
                settings.leverage());
    }

    private @Nullable TickFlow ticks(List<MarketFeed> feeds) {
        if (feeds.stream().anyMatch(feed -> feed.tape().isEmpty())) {
            return null;
        }
        TapeCursor[] tapes = feeds.stream()
                .map(feed -> new TapeCursor(feed.tape().orElseThrow()))
                .toArray(TapeCursor[]::new);
        for (int i = 0; i < tapes.length; i++) {
            markets[i].follow(tapes[i]);
        }
        return new TickFlow(
                expert,
                markets,
                tapes,
                venueMarket,
                clock,
                dispatcher,
                transactions,
                bars,
                ending,
                protection,
                risk == null ? null : risk.guard());
    }

    /** What the books have not heard of yet it is told, as if it had been there. */
    private Protector protector() {
        SeriesState[] states = marketList.stream()
                .map(market -> series(market, settings.timeframe()))
                .toArray(SeriesState[]::new);
        EntryRanges ranges = new EntryRanges(settings.safety().protection().atrPeriods(), states);
        Protector made = new Protector(settings, marketList, orders, venue, ranges);
        if (observer != null) {
            made.observe(observer);
        }
        if (running) {
            made.start(books.ledger(), clock.instant());
            queue.forEach(made::told);
        }
        return made;
    }

    private Optional<Double> stopDistance(Market market, Side side, double entry, Optional<Price> own) {
        Protector protector = own.isPresent() ? protection.need() : protection.get();
        if (protector == null) {
            return Optional.empty();
        }
        PositionSide position = side == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;
        return protector
                .stopDistance(market.instrument.id(), position, Decimals.of(entry), own)
                .map(BigDecimal::doubleValue);
    }

    private void hear(Transaction transaction) {
        queue.add(transaction);
        if (risk != null) {
            risk.guard().onTransaction(transaction);
        }
        Protector protector = protection.get();
        if (protector != null) {
            protector.told(transaction);
        }
    }

    /** Takes over what is at the venue already; before {@link #start}. */
    public void adopt(Opening opening) {
        opening.positions().forEach(books::open);
        opening.resting().forEach(desk::adopt);
    }

    /** Lets {@code watcher} know of all that the strategy is told and asks for; before {@link #start}. */
    public void observe(RunObserver watcher) {
        observer = watcher;
        dispatcher.observe(watcher);
        desk.observe(watcher);
        transactions.observe(watcher);
        bars.watch();
        if (protection.get() != null) {
            protection.get().observe(watcher);
        }
    }

    /** The series of a timeframe; made when it does not exist. */
    SeriesState series(Market market, Timeframe timeframe) {
        return bars.series(market, timeframe);
    }

    /** Calls {@code @OnBacktestInit} when told to, then {@code @OnInit}; anything but SUCCEEDED means that {@link #step} must not be called. */
    public InitResult start(boolean backtest) {
        clock.moveTo(firstMs());
        if (settings.safety().protection().isOn()) {
            protection.need();
        }
        venue.open(this::hear);
        running = true;
        if (protection.get() != null) {
            protection.get().start(books.ledger(), clock.instant());
        }
        if (risk != null) {
            risk.guard().start();
        }
        if (backtest) {
            dispatcher.call(expert.onBacktestInit(), NOTHING, context);
        }
        if (bars.isWarmingUp()) {
            desk.close(DenialReason.WARMING_UP);
        } else {
            desk.open();
        }
        InitResult result = init();
        transactions.drain(context);
        bars.start();
        return dispatcher.hasFailed() ? InitResult.FAILED : result;
    }

    private InitResult init() {
        if (expert.onInit().isEmpty() || dispatcher.hasFailed()) {
            return InitResult.SUCCEEDED;
        }
        var handler = expert.onInit().get();
        dispatcher.announce(handler.name(), NOTHING, context);
        try {
            return handler.call().call(context);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError problem) {
            dispatcher.failInit(handler.name(), problem, context);
            return InitResult.FAILED;
        }
    }

    private long firstMs() {
        long first = Market.NONE;
        for (Market market : markets) {
            first = Math.min(first, market.nextOpenMs());
        }
        return first == Market.NONE ? 0 : first;
    }

    /** Handles the next close of a base bar and all that happens before it; answers false when there are no more data, or the run is to end. */
    public boolean step() {
        long now = nextCloseMs();
        if (now == Market.NONE || ending.isDue()) {
            return false;
        }
        Protector protector = protection.get();
        if (protector != null) {
            protector.beforeBars();
        }
        if (ticks != null && !ticks.runUntil(now, context)) {
            return false;
        }
        if (!bars.runUntil(now, context)) {
            return false;
        }
        clock.moveTo(now);
        for (int i = 0; i < markets.length; i++) {
            Market market = markets[i];
            if (market.nextCloseMs() == now) {
                int index = market.advance();
                venueMarket.onBar(i, market.base, index);
                if (protector != null && ticks == null) {
                    protector.onBar(i, market.base, index);
                }
            }
        }
        boolean coarserClosed = bars.closeCoarser(now);
        if (!queue.isEmpty()) {
            transactions.drain(context);
        }
        equity.add(now, books.equity());
        if (risk != null) {
            look(risk.guard(), now);
        }
        bars.tell(now, coarserClosed, context);
        return true;
    }

    private void look(RiskGuard guard, long now) {
        guard.onMark(now);
        if (!queue.isEmpty()) {
            transactions.drain(context);
        }
    }

    private long nextCloseMs() {
        long next = Market.NONE;
        for (Market market : markets) {
            next = Math.min(next, market.nextCloseMs());
        }
        return next;
    }

    /** Ends what is open, and answers what the run did so far; call once, before {@link #deinit}. */
    public RunOutcome outcome(boolean reachedEnd) {
        desk.close(DenialReason.ORDERS_NOT_ALLOWED_HERE);
        if (protection.get() != null) {
            protection.get().close();
        }
        venue.close();
        transactions.drain(context);
        DeinitReason reason = dispatcher.hasFailed()
                ? DeinitReason.ERROR
                : ending.isRequested()
                        ? DeinitReason.EXPERT_REQUEST
                        : reachedEnd ? DeinitReason.BACKTEST_END : DeinitReason.USER_STOP;
        return new RunOutcome(
                reason,
                ending.reason(),
                equity.curve(),
                books.finish(clock.instant()),
                List.copyOf(books.fills()),
                orders.snapshots(),
                orders.refusals(),
                List.copyOf(books.accountTransactions()),
                dispatcher.errors(),
                ticks == null ? TickCounts.NONE : ticks.counts(),
                risk == null ? RiskOutcome.NONE : risk.guard().events().outcome());
    }

    /** Calls {@code @OnDeinit}; the last call of a run. */
    public void deinit(DeinitReason reason) {
        dispatcher.call(expert.onDeinit(), reason, context);
    }

    /** The failure that ended the run, if one did. */
    public Optional<ExpertFailure> failure() {
        return dispatcher.failure();
    }

    /** The context of this run, for the handlers that the caller calls itself. */
    public ExpertContext context() {
        return context;
    }

    /** Calls a handler of the end of a backtest under the same policy as all others. */
    public <E> void call(String name, Handler<E> handler, E event) {
        dispatcher.call(name, handler, event, context);
    }

    /** Tells the observer, if there is one, of a handler that the caller is about to call itself. */
    public void announce(String name, Object event) {
        dispatcher.announce(name, event, context);
    }

    /** Tells the strategy and the policy of what a handler threw that the caller had called itself. */
    public void failed(String name, Throwable problem) {
        dispatcher.failed(name, problem, context);
    }

    /** All orders so far, in their state now. */
    public List<Order> orders() {
        return orders.snapshots();
    }

    /** All fills so far. */
    public List<Fill> fills() {
        return List.copyOf(books.fills());
    }

    /** How many base bars of a market have closed, its history included. */
    public int barsRead(int market) {
        return markets[market].barsRead();
    }

    /** The closed bars of the strategy's timeframe. */
    public Bars closedBars(int market) {
        SeriesCursor cursor = series(markets[market], settings.timeframe()).cursor;
        return new BarsSlice(cursor.bars(), 0, cursor.end() + 1);
    }

    void requestStop(String reason) {
        if (observer != null) {
            observer.decided(new Decision.Stop(reason));
        }
        ending.request(reason);
    }

    /** Whether the strategy may trade. */
    RiskState riskState() {
        return risk == null ? RiskState.ACTIVE : risk.guard().state();
    }

    /** How many levels of a book are shown. */
    int bookDepth() {
        return expert.onBook().map(OnBookHandler::depth).orElse(USUAL_BOOK_DEPTH);
    }

    List<Market> markets() {
        return marketList;
    }

    EngineSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    EntryFilters filters() {
        return filters;
    }

    Ledger ledger() {
        return books.ledger();
    }

    List<TrackedOrder> openOrders() {
        return orders.open();
    }

    /** Cash plus positions at the last prices. */
    public double equity() {
        return books.equity();
    }

    Portfolio portfolio() {
        return new PortfolioView(settings, marketList, books).at(clock.instant());
    }

    /** Closed so far; a view. */
    List<RoundTrip> closedRoundTrips() {
        return books.closedRoundTrips();
    }

    Account account() {
        return books.account(clock.instant());
    }
}
