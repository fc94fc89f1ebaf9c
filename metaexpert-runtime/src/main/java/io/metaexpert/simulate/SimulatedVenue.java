package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
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
    private final List<Instrument> instruments;
    private final SimulatedAccount account;
    private final Execution execution;
    private final RequestLine line;
    private final boolean atOnce;
    private final BarMatcher[] matchers;
    /** By market; null for spot, where nothing happens to a position without an order. */
    private final @Nullable PositionKeeper[] keepers;

    private Consumer<Transaction> sink = transaction -> {};
    private @Nullable Bars lastBars;
    private int lastIndex;

    /**
     * A venue without orders.
     *
     * @param markets in the order in which {@link #onBar} numbers them
     */
    public SimulatedVenue(SimulationSettings settings, List<VenueMarket> markets) {
        this.instruments = markets.stream().map(VenueMarket::instrument).toList();
        this.account = new SimulatedAccount(settings, markets);
        this.execution = new Execution(account, this::tell);
        this.line = new RequestLine(settings.fills().latency(), settings.fills().seed());
        this.atOnce = settings.fills().latency().isNone();
        this.matchers = new BarMatcher[markets.size()];
        this.keepers = new PositionKeeper[markets.size()];
        for (int i = 0; i < matchers.length; i++) {
            matchers[i] = new BarMatcher(account.market(i), execution, settings.fills());
            if (PositionKeeper.isNeeded(markets.get(i))) {
                keepers[i] = new PositionKeeper(account.market(i), account, matchers[i], this::tell);
            }
        }
    }

    private void tell(Transaction transaction) {
        sink.accept(transaction);
    }

    @Override
    public void open(Consumer<Transaction> transactions) {
        sink = transactions;
    }

    @Override
    public void submit(OrderRequest request) {
        int market = market(request);
        PositionKeeper keeper = keepers[market];
        if (keeper != null && keeper.hasExpired()) {
            DenialReason reason = DenialReason.INSTRUMENT_EXPIRED;
            tell(new Transaction.OrderRejected(request.time(), request.clientOrderId(), reason, reason.text()));
            return;
        }
        RestingOrder order = new RestingOrder(request, instruments.get(market));
        if (request.pairedWith().isPresent()) {
            RestingOrder other = matchers[market].find(request.pairedWith().get());
            if (other != null) {
                Pairing.join(other, order);
            }
        }
        if (atOnce) {
            execution.accept(order, request.time());
        }
        matchers[market].arrives(order, line.arrivalMs(request.time().toEpochMilli()));
    }

    private int market(OrderRequest request) {
        for (int i = 0; i < matchers.length; i++) {
            if (instruments.get(i).id().equals(request.instrument())) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown instrument " + request.instrument());
    }

    @Override
    public void cancel(String clientOrderId, Instant time) {
        long arrivalMs = line.arrivalMs(time.toEpochMilli());
        for (BarMatcher matcher : matchers) {
            if (matcher.find(clientOrderId) != null) {
                matcher.cancel(clientOrderId, arrivalMs);
            }
        }
    }

    @Override
    public void modify(String clientOrderId, OrderType type, OrderSize size, Instant time) {
        long arrivalMs = line.arrivalMs(time.toEpochMilli());
        for (BarMatcher matcher : matchers) {
            if (matcher.find(clientOrderId) != null) {
                matcher.change(clientOrderId, type, size, arrivalMs);
            }
        }
    }

    @Override
    public void onBar(int market, Bars bars, int index) {
        lastBars = bars;
        lastIndex = index;
        PositionKeeper keeper = keepers[market];
        if (keeper == null) {
            matchers[market].onBar(bars, index);
        } else {
            keeper.beforeFills(bars, index);
            matchers[market].onBar(bars, index);
            keeper.afterFills(bars, index);
        }
        account.mark(market, bars.close(index));
    }

    /**
     * The client order ids of the fills so far that could have been other ones, or none, had the prices within a bar come in another order:
     * the bar would have met two orders of one position, such as its stop and its target, or its entry and its exit, by moves in opposite
     * directions.
     */
    public Set<String> intrabarOrders() {
        Set<String> ids = new TreeSet<>();
        for (BarMatcher matcher : matchers) {
            ids.addAll(matcher.ambiguous());
        }
        return ids;
    }

    /** The venue's own view of the account: cash and positions, one market at {@code price} and the others at their last prices. */
    BigDecimal equity(int market, BigDecimal price) {
        return account.equity(instruments.get(market), price);
    }

    /** The data have ended: what is still open expires. */
    @Override
    public void close() {
        long nowMs = lastBars == null ? 0 : lastBars.closeTimeMs(lastIndex);
        for (BarMatcher matcher : matchers) {
            matcher.close(nowMs);
        }
    }
}
