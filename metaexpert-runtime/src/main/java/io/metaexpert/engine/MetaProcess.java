package io.metaexpert.engine;

import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.BoundExpert.OnBarHandler;
import io.metaexpert.bind.BoundExpert.OnTimerHandler;
import io.metaexpert.bind.Handler;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.indicator.SeriesCursor;
import io.metaexpert.market.Bar;
import io.metaexpert.market.Bars;
import io.metaexpert.market.BarsSlice;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.performance.RoundTripBook;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.spi.EngineListener;
import io.metaexpert.spi.ExecutionVenue;
import io.metaexpert.spi.MarketListener;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The trading process: one strategy, one thread, one loop. Each step is one instant at which base bars close:
 *
 * <ol>
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
    private final EngineSettings settings;
    private final BoundExpert expert;
    private final ExecutionVenue venue;
    private final MarketListener venueMarket;
    private final List<EngineListener> listeners;
    private final EngineClock clock = new EngineClock();
    private final Market[] markets;
    private final List<Market> marketList;
    private final Timers timers;
    private final Dispatcher dispatcher;
    private final OrderManager orders;
    private final OrderDesk desk;
    private final Books books;
    private final EquityRecorder equity;
    private final Deque<Transaction> queue = new ArrayDeque<>();
    private final EngineContext context;
    private long nextScheduledMs = Market.NONE;
    private boolean hasCoarser;
    private boolean warmingUp;
    private int warmupSeen;
    private boolean stopRequested;
    private @Nullable RunObserver observer;
    private String stopReason = "";

    /**
     * @param venueMarket told of every base bar before anyone else; the simulated venue, or nothing to do for a real one
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
        this.listeners = List.copyOf(listeners);
        this.timers = new Timers(expert.onTimer());
        this.dispatcher = new Dispatcher(expert, clock, settings.haltOnError());
        this.orders = new OrderManager(venue);
        this.desk = new OrderDesk(settings.expertId(), orders, venue, clock, queue::add);
        this.markets = feeds.stream().map(this::market).toArray(Market[]::new);
        this.marketList = List.of(markets);
        List<Instrument> instruments =
                feeds.stream().map(MarketFeed::instrument).toList();
        this.books = new Books(
                new Ledger(settings.capital().currency(), settings.capital().amount(), instruments),
                marketList,
                new RoundTripBook(instruments),
                settings.leverage());
        this.equity = new EquityRecorder(expectedSteps);
        this.warmingUp = settings.warmupBars() > 0;
        this.context =
                new EngineContext(this, desk, settings.timeframe(), LoggerFactory.getLogger("expert." + expert.name()));
    }

    /** Lets {@code watcher} know of all that the strategy is told and asks for; before {@link #start}. */
    public void observe(RunObserver watcher) {
        observer = watcher;
        dispatcher.observe(watcher);
        desk.observe(watcher);
    }

    private Market market(MarketFeed feed) {
        Timeframe finest = feed.bars().timeframe();
        Market market = new Market(feed.instrument(), feed.bars(), handlersOf(finest));
        market.readHistory(feed.history());
        series(market, settings.timeframe());
        for (OnBarHandler handler : expert.onBar()) {
            series(market, handler.timeframe().orElse(settings.timeframe()));
        }
        return market;
    }

    private List<OnBarHandler> handlersOf(Timeframe timeframe) {
        List<OnBarHandler> wanted = new ArrayList<>();
        for (OnBarHandler handler : expert.onBar()) {
            if (handler.timeframe().orElse(settings.timeframe()) == timeframe) {
                wanted.add(handler);
            }
        }
        return wanted;
    }

    /** The series of a timeframe; made when it does not exist. */
    SeriesState series(Market market, Timeframe timeframe) {
        SeriesState known = market.find(timeframe);
        if (known != null) {
            return known;
        }
        hasCoarser = true;
        nextScheduledMs = 0;
        return market.addSeries(timeframe, handlersOf(timeframe));
    }

    /** Calls {@code @OnBacktestInit} when told to, then {@code @OnInit}; anything but SUCCEEDED means that {@link #step} must not be called. */
    public InitResult start(boolean backtest) {
        clock.moveTo(firstMs());
        venue.open(queue::add);
        if (backtest) {
            dispatcher.call(expert.onBacktestInit(), NOTHING, context);
        }
        if (warmingUp) {
            desk.close(DenialReason.WARMING_UP);
        } else {
            desk.open();
        }
        InitResult result = init();
        drain();
        timers.start(clock.millis());
        schedule();
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

    /** Handles the next instant; answers false when there are no more data, or the run is to end. */
    public boolean step() {
        long now = nextCloseMs();
        if (now == Market.NONE || stopRequested || dispatcher.hasFailed()) {
            return false;
        }
        if (nextScheduledMs < now && !runScheduled(now)) {
            return false;
        }
        clock.moveTo(now);
        for (int i = 0; i < markets.length; i++) {
            Market market = markets[i];
            if (market.nextCloseMs() == now) {
                venueMarket.onBar(i, market.base, market.advance());
            }
        }
        boolean coarserClosed = hasCoarser && closeCoarser(now);
        if (!queue.isEmpty()) {
            drain();
        }
        equity.add(now, books.equity());
        dispatchFinest(now);
        if (coarserClosed) {
            dispatchCoarser(now);
        }
        if (nextScheduledMs <= now || hasCoarser) {
            fireTimers(now);
            schedule();
        }
        return true;
    }

    private long nextCloseMs() {
        long next = Market.NONE;
        for (Market market : markets) {
            next = Math.min(next, market.nextCloseMs());
        }
        return next;
    }

    /** Timers and ends of coarser periods before {@code untilMs}, in the order of time; false when the run is to end. */
    private boolean runScheduled(long untilMs) {
        schedule();
        while (nextScheduledMs < untilMs) {
            long due = nextScheduledMs;
            clock.moveTo(due);
            if (closeCoarser(due)) {
                dispatchCoarser(due);
            }
            fireTimers(due);
            schedule();
            if (stopRequested || dispatcher.hasFailed()) {
                return false;
            }
        }
        return true;
    }

    private void schedule() {
        long next = timers.nextMs();
        if (hasCoarser) {
            for (Market market : markets) {
                next = Math.min(next, market.nextCoarserCloseMs());
            }
        }
        nextScheduledMs = next;
    }

    private boolean closeCoarser(long now) {
        boolean closed = false;
        for (Market market : markets) {
            closed |= market.closeCoarser(now);
        }
        return closed;
    }

    private void dispatchFinest(long now) {
        for (Market market : markets) {
            SeriesState state = market.finest();
            if (state.updatedMs == now) {
                dispatch(state);
            }
        }
    }

    /** Smaller timeframes first, then in the order of the symbols. */
    private void dispatchCoarser(long now) {
        for (Timeframe timeframe : Timeframe.values()) {
            for (Market market : markets) {
                for (SeriesState state : market.coarser()) {
                    if (state.timeframe == timeframe && state.updatedMs == now) {
                        dispatch(state);
                    }
                }
            }
        }
    }

    private void dispatch(SeriesState state) {
        state.updatedMs = Market.NONE;
        if (warmingUp && state.timeframe == settings.timeframe()) {
            warmUp(state);
        }
        if (state.handlers.length == 0) {
            return;
        }
        Bar bar = state.newest(observer != null);
        for (OnBarHandler handler : state.handlers) {
            dispatcher.call(handler.name(), handler.handler(), bar, context);
            if (!queue.isEmpty()) {
                drain();
            }
        }
    }

    /** Bars of the first symbol count. */
    private void warmUp(SeriesState state) {
        boolean counts = state.series.instrument().equals(markets[0].instrument.id());
        if (counts && ++warmupSeen > settings.warmupBars()) {
            warmingUp = false;
            desk.open();
        }
    }

    private void fireTimers(long now) {
        for (int i = 0; i < timers.size(); i++) {
            if (timers.take(i, now)) {
                OnTimerHandler timer = timers.handler(i);
                dispatcher.call(timer.name(), timer.handler(), NOTHING, context);
                drain();
            }
        }
    }

    /** Tells what became of orders, one cause after another; handlers may send more. */
    private void drain() {
        Transaction transaction;
        while ((transaction = queue.poll()) != null) {
            apply(transaction);
        }
    }

    private void apply(Transaction transaction) {
        switch (transaction) {
            case OrderTransaction order -> applyToOrder(order);
            case AccountTransaction account -> applyToAccount(account);
        }
    }

    private void applyToOrder(OrderTransaction transaction) {
        TrackedOrder order = orders.apply(transaction);
        if (order == null) {
            return;
        }
        if (observer != null) {
            observer.happened(transaction);
        }
        boolean filled = transaction instanceof Transaction.OrderFilled;
        if (transaction instanceof Transaction.OrderFilled(var time, var fill, var complete)) {
            books.apply(fill, order.request().reason());
        }
        dispatcher.call(expert.onTransaction(), transaction, context);
        if (expert.onOrder().isPresent()) {
            dispatcher.call(expert.onOrder(), order.order(), context);
        }
        if (filled) {
            tellPosition(order.request().instrument());
        }
        tellListeners(transaction);
    }

    private void applyToAccount(AccountTransaction transaction) {
        if (observer != null) {
            observer.happened(transaction);
        }
        books.apply(transaction);
        dispatcher.call(expert.onTransaction(), transaction, context);
        tellPosition(transaction.instrument());
        tellListeners(transaction);
    }

    private void tellPosition(InstrumentId instrument) {
        if (expert.onPosition().isPresent()) {
            dispatcher.call(expert.onPosition(), books.ledger().position(instrument), context);
        }
        if (expert.onAccount().isPresent()) {
            dispatcher.call(expert.onAccount(), account(), context);
        }
    }

    private void tellListeners(Transaction transaction) {
        for (EngineListener listener : listeners) {
            Listeners.tell(listener, transaction);
        }
    }

    /** Ends what is open, and answers what the run did so far; call once, before {@link #deinit}. */
    public RunOutcome outcome(boolean reachedEnd) {
        desk.close(DenialReason.ORDERS_NOT_ALLOWED_HERE);
        venue.close();
        drain();
        DeinitReason reason = dispatcher.hasFailed()
                ? DeinitReason.ERROR
                : stopRequested
                        ? DeinitReason.EXPERT_REQUEST
                        : reachedEnd ? DeinitReason.BACKTEST_END : DeinitReason.USER_STOP;
        return new RunOutcome(
                reason,
                stopReason,
                equity.curve(),
                books.finish(clock.instant()),
                List.copyOf(books.fills()),
                orders.snapshots(),
                orders.refusals(),
                List.copyOf(books.accountTransactions()),
                dispatcher.errors());
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
        stopRequested = true;
        stopReason = reason;
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

    Account account() {
        return books.account(clock.instant());
    }

    private static final Object NOTHING = new Object();
}
