package io.metaexpert.engine;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.BoundExpert.OnBookHandler;
import io.metaexpert.bind.BoundExpert.OnTickHandler;
import io.metaexpert.market.Tick;
import io.metaexpert.spi.MarketListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows ticks and depth between bars, in the order of time, each to the venue and then to the strategy. What happens at one instant is told
 * as one: {@code @OnBook}, and {@code @OnTick} unless it wants every tick, see the newest state, and what that replaced is counted. Engine
 * thread only.
 */
final class TickFlow {
    private final Market[] markets;
    private final TapeCursor[] tapes;
    private final MarketListener venue;
    private final EngineClock clock;
    private final Dispatcher dispatcher;
    private final TransactionFlow transactions;
    private final BarFlow bars;
    private final Ending ending;
    private final ProtectorSlot protection;
    private final @Nullable RiskGuard guard;
    private final @Nullable OnTickHandler onTick;
    private final @Nullable OnBookHandler onBook;
    private final boolean[] tickWaits;
    private final boolean[] bookWaits;
    private long ticks;
    private long conflatedTicks;
    private long books;
    private long conflatedBooks;

    /** @param tapes by market */
    TickFlow(
            BoundExpert expert,
            Market[] markets,
            TapeCursor[] tapes,
            MarketListener venue,
            EngineClock clock,
            Dispatcher dispatcher,
            TransactionFlow transactions,
            BarFlow bars,
            Ending ending,
            ProtectorSlot protection,
            @Nullable RiskGuard guard) {
        this.markets = markets;
        this.tapes = tapes;
        this.venue = venue;
        this.clock = clock;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.bars = bars;
        this.ending = ending;
        this.protection = protection;
        this.guard = guard;
        this.onTick = expert.onTick().orElse(null);
        this.onBook = expert.onBook().orElse(null);
        this.tickWaits = new boolean[tapes.length];
        this.bookWaits = new boolean[tapes.length];
    }

    /** Shows all before {@code untilMs}, where a bar closes; false when the run is to end. */
    boolean runUntil(long untilMs, ExpertContext context) {
        while (true) {
            int market = next();
            long eventMs = tapes[market].nextMs();
            long dueMs = venue.nextDueMs();
            long nowMs = Math.min(eventMs, dueMs);
            // What is scheduled for the instant of a tick comes before it.
            long scheduledMs = nowMs < untilMs ? nowMs + 1 : untilMs;
            if (bars.nextMs() < scheduledMs) {
                if (!bars.runUntil(scheduledMs, context)) {
                    return false;
                }
                continue;
            }
            if (nowMs >= untilMs) {
                return true;
            }
            clock.moveTo(nowMs);
            if (dueMs <= eventMs) {
                venue.advanceTo(dueMs);
            } else {
                show(market, nowMs, context);
            }
            drain(context);
            if (guard != null) {
                guard.onMark(nowMs);
                drain(context);
            }
            tell(market, nowMs, context);
            if (ending.isDue()) {
                return false;
            }
        }
    }

    /** The market with the earliest event. */
    private int next() {
        int earliest = 0;
        for (int i = 1; i < tapes.length; i++) {
            if (tapes[i].nextMs() < tapes[earliest].nextMs()) {
                earliest = i;
            }
        }
        return earliest;
    }

    private void show(int market, long nowMs, ExpertContext context) {
        TapeCursor tape = tapes[market];
        if (tape.depthIsNext()) {
            if (tape.readDepth()) {
                venue.onBook(market, tape.book(), nowMs);
                books++;
                conflatedBooks += bookWaits[market] ? 1 : 0;
                bookWaits[market] = true;
            }
            return;
        }
        int row = tape.readTick();
        markets[market].showTick(row);
        venue.onTick(market, tape.ticks, row);
        Protector protector = protection.get();
        if (protector != null) {
            protector.onTick(market, tape.ticks, row);
        }
        ticks++;
        if (onTick != null && !onTick.conflate()) {
            drain(context);
            callTick(onTick, market, context);
            return;
        }
        conflatedTicks += tickWaits[market] ? 1 : 0;
        tickWaits[market] = true;
    }

    /** Calls handlers once nothing more happens at this instant. */
    private void tell(int market, long nowMs, ExpertContext context) {
        if (tapes[market].nextMs() <= nowMs) {
            return;
        }
        if (tickWaits[market]) {
            tickWaits[market] = false;
            if (onTick != null) {
                callTick(onTick, market, context);
            }
        }
        if (bookWaits[market]) {
            bookWaits[market] = false;
            if (onBook != null && tapes[market].book().isValid()) {
                var book = tapes[market].book().view(markets[market].instrument.id(), onBook.depth());
                dispatcher.call(onBook.name(), onBook.handler(), book, context);
                drain(context);
            }
        }
    }

    private void callTick(OnTickHandler handler, int market, ExpertContext context) {
        Tick tick = markets[market].tick().orElseThrow();
        dispatcher.call(handler.name(), handler.handler(), tick, context);
        drain(context);
    }

    private void drain(ExpertContext context) {
        if (!transactions.isEmpty()) {
            transactions.drain(context);
        }
    }

    TickCounts counts() {
        boolean toldTicks = onTick != null;
        boolean toldBooks = onBook != null;
        return new TickCounts(ticks, toldTicks ? conflatedTicks : 0, books, toldBooks ? conflatedBooks : 0);
    }
}
