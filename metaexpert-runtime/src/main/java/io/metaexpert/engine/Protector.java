package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Price;
import io.metaexpert.market.Ticks;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.Position;
import io.metaexpert.protection.EntryFill;
import io.metaexpert.protection.ProtectedPosition;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.spi.ExecutionVenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every position its stop and target. It is told of fills before anyone else, so that a stop is sent at once and not when the strategy hears
 * of its entry; of prices it is told after the orders have met them. Engine thread only.
 */
final class Protector {
    private static final Logger log = LoggerFactory.getLogger(Protector.class);
    /** Where there are ticks, the best price alone is written down no more often. */
    private static final long WRITE_MS = 1_000;

    private final ProtectionSettings settings;
    private final boolean hedge;
    private final List<Market> markets;
    private final ExecutionVenue venue;
    private final ProtectionDesk desk;
    private final EntryRanges ranges;
    private final ProtectionJournal journal;
    /** By market; in hedge mode the long one, then the short one. */
    private final List<GuardedPosition> positions = new ArrayList<>();

    private final PriceSieve[] sieves;
    /** The stops that were given with entries that have not ended. */
    private final Map<String, BigDecimal> given = new HashMap<>();

    private final Runnable settling = this::settle;
    private boolean started;
    private boolean closed;
    private boolean waiting;
    private long toldMs;
    private long writtenMs = Long.MIN_VALUE;

    Protector(
            EngineSettings engine,
            List<Market> markets,
            OrderManager orders,
            ExecutionVenue venue,
            EntryRanges ranges) {
        this.settings = engine.safety().protection();
        this.hedge = engine.hedge();
        this.markets = markets;
        this.venue = venue;
        this.desk = new ProtectionDesk(engine.expertId(), orders, venue);
        this.ranges = ranges;
        this.journal = new ProtectionJournal(engine.safety().store());
        this.sieves = new PriceSieve[markets.size()];
        desk.sentBefore(journal.sent());
        for (int market = 0; market < sieves.length; market++) {
            sieves[market] = new PriceSieve();
            if (hedge) {
                positions.add(guarded(market, Optional.of(PositionSide.LONG)));
                positions.add(guarded(market, Optional.of(PositionSide.SHORT)));
            } else {
                positions.add(guarded(market, Optional.empty()));
            }
        }
    }

    private GuardedPosition guarded(int market, Optional<PositionSide> side) {
        Instrument instrument = markets.get(market).instrument;
        boolean atExchange =
                settings.placement() == ProtectionSettings.Placement.EXCHANGE && venue.holdsStops(instrument);
        return new GuardedPosition(
                instrument, side, atExchange, settings, period -> ranges.atFill(market, period), desk);
    }

    void observe(RunObserver watcher) {
        desk.observe(watcher);
    }

    // --- start and end

    /** Takes over what is held already, says what holds the stops, and begins to send. */
    void start(Ledger ledger, Instant now) {
        for (int i = 0; i < positions.size(); i++) {
            GuardedPosition guarded = positions.get(i);
            adopt(guarded, i / perMarket(), ledger, now);
            if (settings.isOn() && i % perMarket() == 0) {
                log.info("{}", Placements.text(guarded, settings));
            }
        }
        started = true;
        toldMs = Math.max(toldMs, now.toEpochMilli());
        settle();
    }

    private void adopt(GuardedPosition guarded, int market, Ledger ledger, Instant now) {
        Position held = ledger.position(guarded.instrument.id(), guarded.side);
        ProtectedPosition told = guarded.position();
        if (told == null && held.isFlat()) {
            return;
        }
        boolean isLong = told != null ? told.isLong() : held.isLong();
        BigDecimal quantity = told != null ? told.quantity() : held.quantity().value();
        BigDecimal entry = told != null ? told.entry() : held.averageEntryPrice();
        Optional<ProtectedPosition> known = journal.find(guarded, isLong, settings);
        known.ifPresent(position -> position.isNow(quantity, entry));
        ProtectedPosition position = known.orElseGet(() -> told != null
                ? told
                : ProtectedPosition.open(
                        settings,
                        guarded.instrument,
                        isLong,
                        new EntryFill(entry, quantity, BigDecimal.ZERO, Optional.empty()),
                        period -> ranges.now(market, period)));
        guarded.adopt(position, now.toEpochMilli());
    }

    private int perMarket() {
        return hedge ? 2 : 1;
    }

    /** Nothing is sent any more. */
    void close() {
        closed = true;
        journal.write(positions, desk.sent());
    }

    // --- what is told

    /** An entry is about to be sent with a stop of its own. */
    void expect(OrderRequest request, Price stop) {
        given.put(request.clientOrderId(), stop.value());
    }

    /** The venue says something; what has to be asked for then is asked for as soon as it can take it. */
    void told(Transaction transaction) {
        if (transaction instanceof Transaction.OrderFilled filled) {
            filled(filled.fill(), filled.complete());
        } else if (transaction instanceof OrderTransaction order) {
            if (!told(order)) {
                return;
            }
        } else if (transaction instanceof AccountTransaction account) {
            if (account instanceof Transaction.FundingPaid) {
                return;
            }
            find(account.instrument(), account.positionSide()).closed();
        }
        toldMs = transaction.time().toEpochMilli();
        if (started && !closed && !waiting) {
            waiting = true;
            venue.whenReady(settling);
        }
    }

    private void filled(Fill fill, boolean complete) {
        String id = fill.clientOrderId();
        GuardedPosition guarded = find(fill.instrument(), fill.positionSide());
        guarded.orders().filled(id, fill.quantity().value(), complete);
        guarded.filled(fill, given(id, complete));
    }

    private Optional<BigDecimal> given(String id, boolean complete) {
        return given.isEmpty() ? Optional.empty() : Optional.ofNullable(complete ? given.remove(id) : given.get(id));
    }

    /** Answers whether it was about an order that protects, and may have to be answered. */
    private boolean told(OrderTransaction transaction) {
        for (GuardedPosition guarded : positions) {
            if (guarded.orders().owns(transaction.clientOrderId())) {
                guarded.orders().told(transaction);
                return !(transaction instanceof Transaction.OrderAccepted)
                        && !(transaction instanceof Transaction.OrderModified);
            }
        }
        boolean open =
                transaction instanceof Transaction.OrderAccepted || transaction instanceof Transaction.OrderModified;
        if (!open) {
            given.remove(transaction.clientOrderId());
        }
        return false;
    }

    private void settle() {
        waiting = false;
        if (closed) {
            return;
        }
        Instant time = Instant.ofEpochMilli(toldMs);
        for (GuardedPosition guarded : positions) {
            guarded.settle(time);
        }
        write(toldMs);
    }

    private GuardedPosition find(InstrumentId instrument, Optional<PositionSide> side) {
        for (GuardedPosition guarded : positions) {
            if (guarded.instrument.id().equals(instrument) && guarded.side.equals(side)) {
                return guarded;
            }
        }
        throw new IllegalArgumentException("no position " + side + " of " + instrument);
    }

    // --- prices

    /** Bars are about to be shown. */
    void beforeBars() {
        ranges.note();
    }

    /** A bar has closed, and the orders have met it. */
    void onBar(int market, Bars bars, int i) {
        for (int k = market * perMarket(); k < (market + 1) * perMarket(); k++) {
            positions.get(k).bar(bars, i);
        }
        if (!journal.forgets()) {
            write(bars.closeTimeMs(i));
        }
    }

    /** A tick, which the orders have met. */
    void onTick(int market, Ticks ticks, int row) {
        boolean trade = ticks.kind(row).isTrade();
        for (int k = market * perMarket(); k < (market + 1) * perMarket(); k++) {
            GuardedPosition guarded = positions.get(k);
            ProtectedPosition held = guarded.position();
            if (trade || (held != null && Double.isNaN(ticks.last(row)))) {
                double price =
                        trade || held == null ? ticks.last(row) : held.isLong() ? ticks.bid(row) : ticks.ask(row);
                if (sieves[market].passes(price)) {
                    guarded.tick(price, ticks.timeMs(row));
                }
            }
        }
        if (!journal.forgets() && ticks.timeMs(row) - writtenMs >= WRITE_MS) {
            write(ticks.timeMs(row));
        }
    }

    private void write(long timeMs) {
        if (journal.forgets()) {
            return;
        }
        boolean changed = false;
        for (GuardedPosition guarded : positions) {
            changed |= guarded.takeChange();
        }
        if (changed) {
            journal.write(positions, desk.sent());
            writtenMs = timeMs;
        }
    }

    // --- what others ask

    /**
     * How far a new position's stop would be from its entry; empty when it would have none, or the stop that is given with the order is on the
     * wrong side.
     *
     * @param side LONG or SHORT
     */
    Optional<BigDecimal> stopDistance(
            InstrumentId instrument, PositionSide side, BigDecimal entry, Optional<Price> stop) {
        int market = market(instrument);
        return ProtectedPosition.stopDistance(
                settings,
                markets.get(market).instrument,
                side == PositionSide.LONG,
                entry,
                stop.map(Price::value),
                period -> ranges.now(market, period));
    }

    private int market(InstrumentId instrument) {
        return Market.index(markets, instrument);
    }

    /** Where the stop of an open position is; empty when it is flat or has none. */
    Optional<BigDecimal> stopLevel(InstrumentId instrument, Optional<PositionSide> side) {
        ProtectedPosition held = find(instrument, side).position();
        return held == null ? Optional.empty() : held.stop();
    }

    /** Whether an entry should have a stop, but none can be had. Exits never lack one. */
    boolean lacksStop(OrderTicket ticket) {
        if (ticket.reduceOnly || (ticket.stopLoss.isEmpty() && (!settings.hasStop() || settings.stopIsFraction()))) {
            return false;
        }
        boolean isLong = ticket.side == Side.BUY;
        @Nullable
        ProtectedPosition held =
                find(ticket.instrument.id(), ticket.positionSide).position();
        BigDecimal price = entryPrice(ticket);
        return !(held != null && held.isLong() != isLong)
                && price != null
                && stopDistance(
                                ticket.instrument.id(),
                                isLong ? PositionSide.LONG : PositionSide.SHORT,
                                price,
                                ticket.stopLoss)
                        .isEmpty();
    }

    /** Where an entry is expected to fill; null when there was no price yet. */
    private @Nullable BigDecimal entryPrice(OrderTicket ticket) {
        Price asked = OrderDesk.askedPrice(ticket.type);
        double last = markets.get(market(ticket.instrument.id())).lastPrice();
        return asked != null ? asked.value() : Double.isNaN(last) ? null : Decimals.of(last);
    }
}
