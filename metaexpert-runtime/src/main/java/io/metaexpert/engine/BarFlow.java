package io.metaexpert.engine;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.BoundExpert.OnBarHandler;
import io.metaexpert.bind.BoundExpert.OnTimerHandler;
import io.metaexpert.market.Bar;
import io.metaexpert.market.Timeframe;
import java.util.ArrayList;
import java.util.List;

/** Calls {@code @OnBar} and {@code @OnTimer} handlers at their times, and knows when the next coarser bar or timer is due. Engine thread only. */
final class BarFlow {
    private static final Object NOTHING = new Object();

    private final BoundExpert expert;
    private final EngineSettings settings;
    private final Market[] markets;
    private final Dispatcher dispatcher;
    private final TransactionFlow transactions;
    private final OrderDesk desk;
    private final EngineClock clock;
    private final Ending ending;
    private final Timers timers;
    private long nextMs = Market.NONE;
    private boolean hasCoarser;
    private boolean warmingUp;
    private int warmupSeen;
    private boolean watched;

    BarFlow(
            BoundExpert expert,
            EngineSettings settings,
            Market[] markets,
            Dispatcher dispatcher,
            TransactionFlow transactions,
            OrderDesk desk,
            EngineClock clock,
            Ending ending) {
        this.expert = expert;
        this.settings = settings;
        this.markets = markets;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.desk = desk;
        this.clock = clock;
        this.ending = ending;
        this.timers = new Timers(expert.onTimer());
        this.warmingUp = settings.warmupBars() > 0;
        for (Market market : markets) {
            series(market, settings.timeframe());
            for (OnBarHandler handler : expert.onBar()) {
                series(market, handler.timeframe().orElse(settings.timeframe()));
            }
        }
    }

    /** The handlers of a timeframe. */
    static List<OnBarHandler> handlers(BoundExpert expert, EngineSettings settings, Timeframe timeframe) {
        List<OnBarHandler> wanted = new ArrayList<>();
        for (OnBarHandler handler : expert.onBar()) {
            if (handler.timeframe().orElse(settings.timeframe()) == timeframe) {
                wanted.add(handler);
            }
        }
        return wanted;
    }

    /** Somebody looks at every bar that handlers are called with. */
    void watch() {
        watched = true;
    }

    boolean isWarmingUp() {
        return warmingUp;
    }

    /** The series of a timeframe; made when it does not exist. */
    SeriesState series(Market market, Timeframe timeframe) {
        SeriesState known = market.find(timeframe);
        if (known != null) {
            return known;
        }
        hasCoarser = true;
        nextMs = 0;
        return market.addSeries(timeframe, handlers(expert, settings, timeframe));
    }

    void start() {
        timers.start(clock.millis());
        schedule();
    }

    /** When the next timer or end of a coarser period is due; {@link Market#NONE} when there is none. It may turn out later, never earlier. */
    long nextMs() {
        return nextMs;
    }

    /** Timers and ends of coarser periods before {@code untilMs}, in the order of time; false when the run is to end. */
    boolean runUntil(long untilMs, ExpertContext context) {
        return nextMs >= untilMs || run(untilMs, context);
    }

    private boolean run(long untilMs, ExpertContext context) {
        schedule();
        while (nextMs < untilMs) {
            long due = nextMs;
            clock.moveTo(due);
            if (closeCoarser(due)) {
                dispatchCoarser(due, context);
            }
            fireTimers(due, context);
            schedule();
            if (ending.isDue()) {
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
        nextMs = next;
    }

    /** Shows the coarser bars that are over; answers whether there are any. */
    boolean closeCoarser(long now) {
        boolean closed = false;
        if (hasCoarser) {
            for (Market market : markets) {
                closed |= market.closeCoarser(now);
            }
        }
        return closed;
    }

    /** Tells of the bars that close now, the base bars first, and of the timers that are due. */
    void tell(long now, boolean coarserClosed, ExpertContext context) {
        dispatchFinest(now, context);
        if (coarserClosed) {
            dispatchCoarser(now, context);
        }
        if (nextMs <= now || hasCoarser) {
            fireTimers(now, context);
            schedule();
        }
    }

    private void dispatchFinest(long now, ExpertContext context) {
        for (Market market : markets) {
            SeriesState state = market.finest();
            if (state.updatedMs == now) {
                dispatch(state, context);
            }
        }
    }

    /** Smaller timeframes first, then in the order of the symbols. */
    private void dispatchCoarser(long now, ExpertContext context) {
        for (Timeframe timeframe : Timeframe.values()) {
            for (Market market : markets) {
                for (SeriesState state : market.coarser()) {
                    if (state.timeframe == timeframe && state.updatedMs == now) {
                        dispatch(state, context);
                    }
                }
            }
        }
    }

    private void dispatch(SeriesState state, ExpertContext context) {
        state.updatedMs = Market.NONE;
        if (warmingUp && state.timeframe == settings.timeframe()) {
            warmUp(state);
        }
        if (state.handlers.length == 0) {
            return;
        }
        Bar bar = state.newest(watched);
        for (OnBarHandler handler : state.handlers) {
            dispatcher.call(handler.name(), handler.handler(), bar, context);
            if (!transactions.isEmpty()) {
                transactions.drain(context);
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

    private void fireTimers(long now, ExpertContext context) {
        for (int i = 0; i < timers.size(); i++) {
            if (timers.take(i, now)) {
                OnTimerHandler timer = timers.handler(i);
                dispatcher.call(timer.name(), timer.handler(), NOTHING, context);
                transactions.drain(context);
            }
        }
    }
}
