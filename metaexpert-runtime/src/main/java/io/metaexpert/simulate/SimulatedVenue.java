package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.spi.ExecutionVenue;
import io.metaexpert.spi.MarketListener;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A venue made of bars. An order sent while bar N is handled meets bar N+1 first; one that arrives within a bar meets what comes after.
 *
 * <p>At the open, or when it arrives: market orders fill; a stop that was gapped through fills there; a limit that is better fills there.
 * Within the bar orders fill at their prices, in the order that {@link FillModel} and {@link Assumption} tell. Market and stop orders pay the
 * slippage and half of the spread; limit orders that rest pay neither. A price that is touched fills. Reduce-only orders wait while there is
 * nothing to reduce, and expire when their position has been closed.
 *
 * <p>Fees are taken in the currency of settlement. What happens to positions without an order is told at {@link PositionKeeper}. Engine
 * thread only.
 */
public final class SimulatedVenue implements ExecutionVenue, MarketListener {
    /** Exchanges whose options have no order with a trigger. Source: Binance "Options Trading", New Order: the type is LIMIT. */
    private static final Set<String> OPTIONS_WITHOUT_STOPS = Set.of("binance");

    private final SimulatedAccount account;
    private final Execution execution;
    private final RequestLine line;
    private final boolean atOnce;
    /** One for each position there can be: those of a market stand together. */
    private final MarketPlace[] places;

    private final int perMarket;

    private final Reactions reactions = new Reactions();
    private Consumer<Transaction> sink = transaction -> {};
    private boolean telling;
    private @Nullable Bars lastBars;
    private int lastIndex;

    /**
     * A venue without orders.
     *
     * @param markets in the order in which {@link #onBar} numbers them
     */
    public SimulatedVenue(SimulationSettings settings, List<VenueMarket> markets) {
        this.account = new SimulatedAccount(settings, markets);
        this.execution = new Execution(account, this::tell);
        this.line = new RequestLine(settings.fills().latency(), settings.fills().seed());
        this.atOnce = settings.fills().latency().isNone();
        this.perMarket = settings.hedge() ? 2 : 1;
        this.places = account.markets().stream()
                .map(market -> new MarketPlace(market, account, execution, settings.fills(), reactions, this::tell))
                .toArray(MarketPlace[]::new);
    }

    private void tell(Transaction transaction) {
        boolean before = telling;
        telling = true;
        sink.accept(transaction);
        telling = before;
    }

    @Override
    public void whenReady(Runnable requests) {
        if (telling || reactions.isRunning()) {
            reactions.add(requests);
        } else {
            requests.run();
        }
    }

    /** Lets happen what was asked for while something was told at an instant. */
    private void react(long timeMs) {
        if (reactions.isWaiting() && !reactions.isRunning()) {
            reactions.run(timeMs, timeMs);
        }
    }

    @Override
    public boolean holdsStops(Instrument instrument) {
        return !(instrument.contract() instanceof Contract.Option
                && OPTIONS_WITHOUT_STOPS.contains(instrument.id().venue()));
    }

    @Override
    public void open(Consumer<Transaction> transactions) {
        sink = transactions;
    }

    @Override
    public void submit(OrderRequest request) {
        MarketPlace place = place(request);
        if (place.hasExpired()) {
            DenialReason reason = DenialReason.INSTRUMENT_EXPIRED;
            tell(new Transaction.OrderRejected(request.time(), request.clientOrderId(), reason, reason.text()));
            return;
        }
        RestingOrder order = new RestingOrder(request, place.instrument);
        if (request.pairedWith().isPresent()) {
            RestingOrder other = place.entry.find(request.pairedWith().get());
            if (other != null) {
                Pairing.join(other, order);
            }
        }
        if (atOnce) {
            execution.accept(order, request.time());
        }
        long sentMs = request.time().toEpochMilli();
        arrive(place, new Agenda.Arrival(order), arrivalMs(sentMs));
        react(sentMs);
    }

    /**
     * A request that answers a fill within a bar was sent at the bar's beginning at the earliest. When it can have arrived within the bar, it has,
     * so that a stop protects its position there.
     */
    private long arrivalMs(long sentMs) {
        return line.arrivalMs(reactions.isRunning() ? reactions.fromMs() : sentMs);
    }

    private void arrive(MarketPlace place, Agenda.Item item, long arrivalMs) {
        if (!reactions.isRunning()) {
            place.entry.arrives(item, arrivalMs);
        } else if (arrivalMs <= reactions.untilMs()) {
            place.entry.arrivesNow(item, reactions.untilMs(), reactions.isWithinBar());
        } else {
            place.entry.arrivesLater(item, arrivalMs);
        }
    }

    private MarketPlace place(OrderRequest request) {
        for (MarketPlace place : places) {
            if (place.isFor(request)) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "unknown instrument " + request.instrument() + ", or another position mode than that of the order");
    }

    @Override
    public void cancel(String clientOrderId, Instant time) {
        request(clientOrderId, new Agenda.Cancel(clientOrderId), time.toEpochMilli());
    }

    private void request(String clientOrderId, Agenda.Item item, long sentMs) {
        long arrivalMs = arrivalMs(sentMs);
        for (MarketPlace place : places) {
            if (place.entry.find(clientOrderId) != null) {
                arrive(place, item, arrivalMs);
            }
        }
        react(sentMs);
    }

    @Override
    public void modify(String clientOrderId, OrderType type, OrderSize size, Instant time) {
        request(clientOrderId, new Agenda.Change(clientOrderId, type, size), time.toEpochMilli());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // other but equal bars are only stored
    public void onBar(int market, Bars bars, int index) {
        // As in OrderEntry.
        if (lastBars != bars) {
            lastBars = bars;
        }
        lastIndex = index;
        if (perMarket == 1) {
            places[market].onBar(bars, index);
        } else {
            for (int i = market * perMarket; i < (market + 1) * perMarket; i++) {
                places[i].onBar(bars, index);
            }
        }
        if (reactions.isWaiting()) {
            react(bars.closeTimeMs(index));
        }
    }

    @Override
    public void onTick(int market, Ticks ticks, int index) {
        for (int i = market * perMarket; i < (market + 1) * perMarket; i++) {
            places[i].onTick(ticks, index);
        }
        react(ticks.timeMs(index));
    }

    @Override
    public void onBook(int market, DepthBook book, long timeMs) {
        for (int i = market * perMarket; i < (market + 1) * perMarket; i++) {
            places[i].onBook(book, timeMs);
        }
        react(timeMs);
    }

    @Override
    public long nextDueMs() {
        long next = Agenda.NEVER;
        for (MarketPlace place : places) {
            next = Math.min(next, place.entry.nextMs());
        }
        return next;
    }

    @Override
    public void advanceTo(long timeMs) {
        for (MarketPlace place : places) {
            place.entry.happen(timeMs);
        }
        react(timeMs);
    }

    /**
     * The client order ids of the fills so far that could have been other ones, or none, had the prices within a bar come in another order:
     * the bar would have met two orders of one position, such as its stop and its target, or its entry and its exit, by moves in opposite
     * directions; or it would have moved a trailing stop and met it. Where entry and exit were met in one bar, the entry is named.
     */
    public Set<String> intrabarOrders() {
        Set<String> ids = new TreeSet<>();
        for (MarketPlace place : places) {
            ids.addAll(place.ambiguous());
        }
        return ids;
    }

    /** Charges all fills from now on so many times the instrument's fees: what an exchange may do without telling. */
    public void multiplyFees(BigDecimal factor) {
        execution.multiplyFees(factor);
    }

    /** The venue's own view of the account: cash and positions, one market at {@code price} and the others at their last prices. */
    BigDecimal equity(int market, BigDecimal price) {
        return account.equity(account.markets().get(market * perMarket), price);
    }

    /** The data have ended: what is still open expires. */
    @Override
    public void close() {
        long nowMs = lastBars == null ? 0 : lastBars.closeTimeMs(lastIndex);
        for (MarketPlace place : places) {
            place.entry.close(nowMs);
        }
    }
}
