package io.metaexpert.stress.run;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.spi.ExecutionVenue;
import io.metaexpert.spi.MarketListener;
import io.metaexpert.stress.market.MarketData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The simulated venue with its true market behind a connection that can fail. What the engine is shown moves the true market on to the same
 * time: orders that rest at the venue meet all of it, whether it is shown or not. In an outage requests wait or are lost, and what happened
 * is told when it is over. Engine thread only.
 */
final class StressVenue implements ExecutionVenue, MarketListener {
    /** Ends a process between two events, as kill -9 does. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("the process was killed", null, false, false);
        }
    }

    private final SimulatedVenue inner;
    private final List<MarketData> markets;
    private final int[] next;
    private final Timeline timeline;
    private final Judge judge;
    private final CapCheck caps;
    private final Story story;
    /** What waits at the venue, by client order id. */
    private final Map<String, OrderRequest> waiting = new LinkedHashMap<>();

    private final List<Transaction> untold = new ArrayList<>();
    private final List<Consumer<Instant>> unsent = new ArrayList<>();
    private Consumer<Transaction> sink = transaction -> {};
    private long nowMs;
    private boolean killed;
    private boolean wasOut;
    private boolean feesRaised;
    private boolean measuring;
    private long measureFromMs = Long.MAX_VALUE;

    StressVenue(
            SimulatedVenue inner,
            List<MarketData> markets,
            Timeline timeline,
            Judge judge,
            CapCheck caps,
            Story story) {
        this.inner = inner;
        this.markets = List.copyOf(markets);
        this.next = new int[markets.size()];
        this.timeline = timeline;
        this.judge = judge;
        this.caps = caps;
        this.story = story;
        inner.open(this::happened);
    }

    /** Lets sizes be measured from an instant on. */
    void measureFrom(long timeMs) {
        measuring = true;
        measureFromMs = timeMs;
    }

    // --- requests

    @Override
    public void open(Consumer<Transaction> transactions) {
        sink = transactions;
    }

    @Override
    public void submit(OrderRequest request) {
        waiting.put(request.clientOrderId(), request);
        caps.submitted(request, waiting);
        story.sent(request);
        if (!isOut(request.time())) {
            inner.submit(request);
        } else if (timeline.lost()) {
            unsent.add(now -> happened(new Transaction.OrderRejected(
                    now, request.clientOrderId(), DenialReason.UNKNOWN_ORDER, "the request was lost")));
        } else {
            unsent.add(now -> inner.submit(at(request, now)));
        }
    }

    @Override
    public void cancel(String clientOrderId, Instant time) {
        if (!isOut(time)) {
            inner.cancel(clientOrderId, time);
        } else if (!timeline.lost()) {
            unsent.add(now -> inner.cancel(clientOrderId, now));
        }
    }

    @Override
    public void modify(String clientOrderId, OrderType type, OrderSize size, Instant time) {
        if (!isOut(time)) {
            inner.modify(clientOrderId, type, size, time);
        } else if (!timeline.lost()) {
            unsent.add(now -> inner.modify(clientOrderId, type, size, now));
        }
    }

    @Override
    public void whenReady(Runnable requests) {
        inner.whenReady(requests);
    }

    @Override
    public boolean holdsStops(Instrument instrument) {
        return inner.holdsStops(instrument);
    }

    private boolean isOut(Instant time) {
        return timeline.isOut(Math.max(nowMs, time.toEpochMilli()));
    }

    private static OrderRequest at(OrderRequest request, Instant now) {
        return new OrderRequest(
                request.clientOrderId(),
                request.instrument(),
                request.side(),
                request.positionSide(),
                request.type(),
                request.size(),
                request.timeInForce(),
                request.goodTill(),
                request.reduceOnly(),
                request.postOnly(),
                request.pairedWith(),
                request.reason(),
                now);
    }

    private void happened(Transaction transaction) {
        long time = Math.max(nowMs, transaction.time().toEpochMilli());
        judge.happened(transaction, time);
        story.happened(transaction, judge.equity());
        if (transaction instanceof OrderTransaction order) {
            follow(order);
        }
        if (timeline.isOut(time)) {
            untold.add(transaction);
        } else {
            sink.accept(transaction);
        }
    }

    private void follow(OrderTransaction transaction) {
        String id = transaction.clientOrderId();
        switch (transaction) {
            case Transaction.OrderAccepted it -> {}
            case Transaction.OrderFilled it -> {
                if (it.complete()) {
                    waiting.remove(id);
                }
            }
            case Transaction.OrderModified it ->
                waiting.computeIfPresent(id, (key, old) -> old.with(it.type(), it.size()));
            case Transaction.OrderDenied it -> waiting.remove(id);
            case Transaction.OrderRejected it -> waiting.remove(id);
            case Transaction.OrderCanceled it -> waiting.remove(id);
            case Transaction.OrderExpired it -> waiting.remove(id);
        }
    }

    // --- the market

    @Override
    public void onBar(int market, Bars bars, int index) {
        advanceTo(bars.closeTimeMs(index) - 1);
        inner.onBar(market, bars, index);
    }

    @Override
    public void onTick(int market, Ticks ticks, int index) {
        if (ticks.kind(index) == TickKind.QUOTE) {
            caps.shown(market, ticks.bid(index), ticks.ask(index), ticks.timeMs(index));
        }
        advanceTo(ticks.timeMs(index));
    }

    @Override
    public long nextDueMs() {
        long due = inner.nextDueMs();
        long real = nextRealMs();
        return timeline.isBlind(real) || wasOut ? Math.min(due, real) : due;
    }

    private long nextRealMs() {
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < next.length; i++) {
            earliest = Math.min(earliest, realMs(i));
        }
        return earliest;
    }

    private long realMs(int market) {
        Ticks ticks = markets.get(market).real();
        return next[market] < ticks.size() ? ticks.timeMs(next[market]) : Long.MAX_VALUE;
    }

    @Override
    public void advanceTo(long timeMs) {
        while (true) {
            int market = 0;
            for (int i = 1; i < next.length; i++) {
                market = realMs(i) < realMs(market) ? i : market;
            }
            long real = realMs(market);
            long due = inner.nextDueMs();
            long now = Math.min(real, due);
            if (now > timeMs) {
                break;
            }
            if (now >= timeline.killMs() && !killed) {
                killed = true;
                throw new Killed();
            }
            begin(now);
            if (due <= real) {
                inner.advanceTo(due);
            } else {
                tick(market);
            }
        }
        begin(Math.max(nowMs, timeMs));
    }

    private void tick(int market) {
        Ticks ticks = markets.get(market).real();
        int row = next[market]++;
        inner.onTick(market, ticks, row);
        // Each quote has a trade at the same instant, at which the venue looks at margins.
        if (ticks.kind(row).isTrade()) {
            judge.mark(market, ticks.bid(row), ticks.ask(row), nowMs);
            if (measuring && nowMs >= measureFromMs) {
                judge.measure();
            }
            story.marked(nowMs, judge);
        }
    }

    /** It is {@code timeMs} now at the venue: what begins or ends then does. */
    private void begin(long timeMs) {
        nowMs = timeMs;
        if (feesRaised
                ? timeMs >= timeline.usualFeeMs()
                : timeMs >= timeline.feeMs() && timeMs < timeline.usualFeeMs()) {
            feesRaised = !feesRaised;
            double factor = feesRaised ? timeline.feeFactor() : 1;
            inner.multiplyFees(BigDecimal.valueOf(factor));
            judge.multiplyFees(factor);
        }
        if (timeline.isOut(timeMs)) {
            wasOut = true;
        } else if (wasOut) {
            wasOut = false;
            Instant now = Instant.ofEpochMilli(timeMs);
            List<Transaction> late = List.copyOf(untold);
            untold.clear();
            late.forEach(sink);
            List<Consumer<Instant>> requests = List.copyOf(unsent);
            unsent.clear();
            requests.forEach(request -> request.accept(now));
        }
    }

    /** The process is gone: nobody listens, and what it had not sent yet will never be. The market goes on to an instant. */
    void forsake(long untilMs) {
        sink = transaction -> {};
        unsent.clear();
        advanceTo(untilMs);
        // What happened until then the next process finds as positions and resting orders.
        untold.clear();
    }

    /** Orders that the venue holds. */
    List<OrderRequest> resting() {
        return List.copyOf(waiting.values());
    }

    @Override
    public void close() {
        inner.close();
    }
}
