package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderType;
import io.metaexpert.spi.ExecutionVenue;
import io.metaexpert.spi.MarketListener;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A venue made of bars. An order sent while bar N is handled meets bar N+1 first.
 *
 * <p>At the open: market orders fill; a stop that was gapped through fills at the open; a limit that is better than the open fills at the
 * open. Within the bar: stops fill at their trigger, then limits at their price: where one bar touches both a stop and a target, the stop
 * comes first. Market and stop orders pay the slippage; limit orders never do. A price that is touched fills. Reduce-only orders wait
 * while there is nothing to reduce, and expire when their position has been closed.
 *
 * <p>Fees are taken in the currency of settlement. What happens to positions without an order is told at {@link PositionKeeper}. Engine
 * thread only.
 */
public final class SimulatedVenue implements ExecutionVenue, MarketListener {
    private final List<Instrument> instruments;
    private final SimulatedAccount account;
    private final BarMatcher[] matchers;
    /** By market; null for spot, where nothing happens to a position without an order. */
    private final @Nullable PositionKeeper[] keepers;

    private Consumer<Transaction> sink = transaction -> {};
    private long accepted;
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
        Execution execution = new Execution(account, settings.slippage(), this::tell);
        this.matchers = this.instruments.stream()
                .map(instrument -> new BarMatcher(instrument, account, execution))
                .toArray(BarMatcher[]::new);
        this.keepers = new PositionKeeper[matchers.length];
        for (int i = 0; i < matchers.length; i++) {
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
        tell(new Transaction.OrderAccepted(request.time(), request.clientOrderId(), "S" + ++accepted));
        matchers[market].add(new RestingOrder(request));
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
    public void cancel(String clientOrderId) {
        for (BarMatcher matcher : matchers) {
            if (matcher.remove(clientOrderId)) {
                sink.accept(new Transaction.OrderCanceled(now(), clientOrderId, DenialReason.CANCELED_BY_EXPERT));
            }
        }
    }

    @Override
    public void modify(String clientOrderId, OrderType type) {
        for (BarMatcher matcher : matchers) {
            if (matcher.modify(clientOrderId, type)) {
                sink.accept(new Transaction.OrderModified(now(), clientOrderId, type));
            }
        }
    }

    private Instant now() {
        return lastBars == null ? Instant.EPOCH : Instant.ofEpochMilli(lastBars.closeTimeMs(lastIndex));
    }

    @Override
    public void onBar(int market, Bars bars, int index) {
        lastBars = bars;
        lastIndex = index;
        PositionKeeper keeper = keepers[market];
        if (keeper == null) {
            matchers[market].onBar(bars, index);
            account.mark(market, bars.close(index));
            return;
        }
        keeper.beforeFills(bars, index);
        matchers[market].onBar(bars, index);
        keeper.afterFills(bars, index);
        account.mark(market, bars.close(index));
    }

    /** The venue's own view of the account: cash and positions, one market at {@code price} and the others at their last prices. */
    BigDecimal equity(int market, BigDecimal price) {
        return account.equity(instruments.get(market), price);
    }

    /** The data have ended: what is still open expires. */
    @Override
    public void close() {
        for (BarMatcher matcher : matchers) {
            List<RestingOrder> left = new ArrayList<>(matcher.drain());
            for (RestingOrder order : left) {
                sink.accept(
                        new Transaction.OrderExpired(now(), order.request.clientOrderId(), DenialReason.END_OF_DATA));
            }
        }
    }
}
