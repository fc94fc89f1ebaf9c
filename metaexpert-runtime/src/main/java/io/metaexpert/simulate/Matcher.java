package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Decimals;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one instrument that are in the market, in the order of their arrival, and what a price does to each of them. Which prices
 * there are, and in which order, is told by its callers. Engine thread only.
 */
final class Matcher {
    final AccountMarket market;
    private final Execution execution;
    private final double halfSpread;
    private final Reactions reactions;
    private final List<RestingOrder> orders = new ArrayList<>();
    private final Set<String> ambiguous = new HashSet<>();
    private boolean someEnded;
    private @Nullable PositionKeeper guard;
    /** What our orders still get of the volume; null when that is not limited. */
    private @Nullable BigDecimal volumeLeft;

    /** Counts the bars, so that an order can be done for the rest of one. */
    long bar;
    /** Counts the fills. */
    long fills;
    /** The price of the last fill, before slippage. */
    double lastFillPrice;

    Matcher(AccountMarket market, Execution execution, double halfSpread, Reactions reactions) {
        this.market = market;
        this.execution = execution;
        this.halfSpread = halfSpread;
        this.reactions = reactions;
    }

    // --- the list

    boolean isEmpty() {
        return orders.isEmpty();
    }

    int size() {
        return orders.size();
    }

    RestingOrder get(int index) {
        return orders.get(index);
    }

    void add(RestingOrder order) {
        orders.add(order);
    }

    /** One that has not ended. */
    @Nullable
    RestingOrder find(String clientOrderId) {
        for (RestingOrder order : orders) {
            if (!order.ended && order.request.clientOrderId().equals(clientOrderId)) {
                return order;
            }
        }
        return null;
    }

    void remove(RestingOrder order) {
        order.ended = true;
        orders.remove(order);
    }

    /** Puts an order behind the others. */
    void moveToEnd(RestingOrder order) {
        orders.remove(order);
        orders.add(order);
    }

    /** Forgets those that have ended; to be called between passes over the orders, not within. */
    void sweep() {
        if (!someEnded) {
            return;
        }
        int kept = 0;
        for (int k = 0; k < orders.size(); k++) {
            RestingOrder order = orders.get(k);
            if (!order.ended) {
                orders.set(kept++, order);
            }
        }
        for (int k = orders.size() - 1; k >= kept; k--) {
            orders.remove(k);
        }
        someEnded = false;
    }

    /** Whether nothing can happen to the order in this bar any more. */
    boolean isDone(RestingOrder order) {
        return order.ended || order.doneInBar == bar;
    }

    /** A bar begins; of its volume our orders get so much at most. */
    void begin(@Nullable BigDecimal volume) {
        bar++;
        volumeLeft = volume;
    }

    // --- prices

    /** A price at which there is trade: all that it satisfies fills at it, as nobody traded nearer. */
    void point(double price, long timeMs) {
        int count = orders.size();
        for (int k = 0; k < count; k++) {
            RestingOrder order = orders.get(k);
            if (!order.ended) {
                point(order, price, timeMs);
            }
        }
        sweep();
    }

    /** Lets happen what fills at a price were answered with: it meets that price too. */
    void reactAt(double price, long timeMs) {
        while (reactions.isWaiting()) {
            List<RestingOrder> before = List.copyOf(orders);
            reactions.run(timeMs, timeMs);
            for (RestingOrder order : List.copyOf(orders)) {
                if (!order.ended && !before.contains(order)) {
                    point(order, price, timeMs);
                }
            }
            sweep();
        }
    }

    /**
     * Lets happen what fills within a part of a bar were answered with: it meets what the caller goes on with. Answers whether there was anything.
     */
    boolean reactWithin(Span span) {
        if (!reactions.isWaiting()) {
            return false;
        }
        reactions.run(span.openMs, span.closeMs);
        return true;
    }

    /** The same for one order. */
    void point(RestingOrder order, double price, long timeMs) {
        if (order.phase == RestingOrder.Phase.TRIGGER) {
            if (!canAct(order)) {
                return;
            }
            if (!order.reachedBy(price)) {
                order.followFromOpen(price);
                return;
            }
            order.fire();
        }
        if (order.phase == RestingOrder.Phase.MARKET) {
            market(order, Decimals.of(price), timeMs);
        } else {
            limitAt(order, price, timeMs);
        }
    }

    private void limitAt(RestingOrder order, double price, long timeMs) {
        if (!canAct(order)) {
            endIfImmediate(order, timeMs);
            return;
        }
        boolean takes = !order.rested;
        double quote = takes ? price * (order.buy ? 1 + halfSpread : 1 - halfSpread) : price;
        boolean crosses = order.buy ? quote <= order.limit : quote >= order.limit;
        if (!crosses) {
            order.rested = true;
            endIfImmediate(order, timeMs);
        } else if (takes && order.request.postOnly()) {
            reject(order, DenialReason.WOULD_TAKE_LIQUIDITY, timeMs);
        } else {
            limit(order, Decimals.of(price), takes ? Liquidity.TAKER : Liquidity.MAKER, timeMs);
        }
    }

    /** Fills an order at the market. */
    void market(RestingOrder order, BigDecimal reference, long timeMs) {
        if (isLiquidatedAt(reference, order, timeMs)) {
            return;
        }
        boolean held = market.held.signum() != 0;
        lastFillPrice = reference.doubleValue();
        after(order, execution.atMarket(order, market, reference, timeMs, volumeLeft), held, timeMs);
    }

    /** Fills a limit order at a price that satisfies it. */
    void limit(RestingOrder order, BigDecimal price, Liquidity liquidity, long timeMs) {
        if (isLiquidatedAt(price, order, timeMs)) {
            return;
        }
        boolean held = market.held.signum() != 0;
        lastFillPrice = price.doubleValue();
        after(order, execution.atLimit(order, market, price, liquidity, timeMs, volumeLeft), held, timeMs);
    }

    /** Fills an order that takes from several levels at their average price; {@code best} is the first of them. */
    void average(RestingOrder order, BigDecimal price, BigDecimal best, long timeMs) {
        if (isLiquidatedAt(price, order, timeMs)) {
            return;
        }
        boolean held = market.held.signum() != 0;
        lastFillPrice = price.doubleValue();
        after(order, execution.atAverage(order, market, price, best, timeMs, volumeLeft), held, timeMs);
    }

    /** Lets the margin be checked before every fill; see {@link PositionKeeper#isNeededBeforeFills}. */
    void guard(PositionKeeper keeper) {
        guard = keeper;
    }

    private boolean isLiquidatedAt(BigDecimal price, RestingOrder order, long timeMs) {
        if (guard != null && market.heldEstimate != 0) {
            guard.checkAt(price.doubleValue(), timeMs);
        }
        return order.ended;
    }

    /** What is left of an order if it fills at a price. */
    BigDecimal left(RestingOrder order, BigDecimal price) {
        return execution.left(order, market, price);
    }

    /** What our orders still get of the volume; null when that is not limited. */
    @Nullable
    BigDecimal volumeLeft() {
        return volumeLeft;
    }

    /** Sets what our orders still get of the volume. */
    void allow(@Nullable BigDecimal volume) {
        volumeLeft = volume;
    }

    /** The trigger of an order was met at a price: a stop fills there; a limit that the price satisfies too, else it rests. */
    void trigger(RestingOrder order, BigDecimal price, long timeMs) {
        order.fire();
        if (order.phase == RestingOrder.Phase.MARKET) {
            market(order, price, timeMs);
        } else {
            limitAt(order, price.doubleValue(), timeMs);
        }
    }

    /** The trigger of a stop-limit was passed where nothing was traded: it rests. */
    void rest(RestingOrder order, long timeMs) {
        order.fire();
        order.rested = true;
        endIfImmediate(order, timeMs);
    }

    private void after(RestingOrder order, Execution.Result result, boolean held, long timeMs) {
        switch (result) {
            case WHOLE -> {
                end(order);
                countFill(order, true, timeMs);
            }
            case PART -> {
                order.doneInBar = bar;
                order.rested = true;
                countFill(order, false, timeMs);
                endIfImmediate(order, timeMs);
            }
            case NO_VOLUME -> {
                order.doneInBar = bar;
                order.rested = true;
                endIfImmediate(order, timeMs);
            }
            case REFUSED -> end(order);
        }
        if (held && market.held.signum() == 0) {
            expireReduceOnly(timeMs);
        }
    }

    private void countFill(RestingOrder order, boolean whole, long timeMs) {
        fills++;
        if (order.uncertain) {
            ambiguous.add(order.request.clientOrderId());
        }
        if (volumeLeft != null) {
            volumeLeft = volumeLeft.subtract(order.lastFill);
        }
        if (order.pairing != null) {
            shrinkOthers(order.pairing, order, whole, timeMs);
        }
    }

    private void shrinkOthers(Pairing pairing, RestingOrder filled, boolean whole, long timeMs) {
        for (RestingOrder other : pairing.members) {
            if (other == filled || other.ended) {
                continue;
            }
            other.taken = other.taken.add(filled.lastFill);
            if (whole || (other.wanted != null && other.wanted.compareTo(other.taken) <= 0)) {
                other.lost = true;
                if (other.arrived) {
                    expire(other, DenialReason.OTHER_ORDER_FILLED, timeMs);
                }
            }
        }
    }

    /** A reduce-only order waits while there is nothing to reduce. */
    boolean canAct(RestingOrder order) {
        return !order.reduceOnly || market.held.signum() == (order.buy ? -1 : 1);
    }

    /** A bar is over: limit orders that were in the market rest. */
    void settle() {
        for (int k = 0; k < orders.size(); k++) {
            RestingOrder order = orders.get(k);
            order.rested |= order.phase == RestingOrder.Phase.LIMIT && canAct(order);
        }
    }

    /** Whether an order makes the position that there is smaller. */
    boolean reduces(RestingOrder order) {
        return market.held.signum() == (order.buy ? -1 : 1);
    }

    // --- ends

    void endIfImmediate(RestingOrder order, long timeMs) {
        TimeInForce lasts = order.request.timeInForce();
        if (lasts == TimeInForce.IOC) {
            expire(order, DenialReason.NOT_FILLED_AT_ONCE, timeMs);
        } else if (lasts == TimeInForce.FOK) {
            expire(order, DenialReason.NOT_FILLED_WHOLLY_AT_ONCE, timeMs);
        }
    }

    /** The position has been closed: what was to reduce it has nothing to wait for. */
    private void expireReduceOnly(long timeMs) {
        for (int k = 0; k < orders.size(); k++) {
            RestingOrder order = orders.get(k);
            if (!order.ended && order.reduceOnly && !(order.request.type() instanceof OrderType.Market)) {
                expire(order, DenialReason.NOTHING_TO_REDUCE, timeMs);
            }
        }
    }

    /** Ends all orders, as the venue does when it closes the position itself. They are forgotten at the next {@link #sweep}. */
    void expireAll(DenialReason reason, long timeMs) {
        for (int k = 0; k < orders.size(); k++) {
            if (!orders.get(k).ended) {
                expire(orders.get(k), reason, timeMs);
            }
        }
    }

    void expire(RestingOrder order, DenialReason reason, long timeMs) {
        end(order);
        OrderRequest request = order.request;
        execution.tell(new Transaction.OrderExpired(Instant.ofEpochMilli(timeMs), request.clientOrderId(), reason));
    }

    void reject(RestingOrder order, DenialReason reason, long timeMs) {
        end(order);
        execution.refuse(order, reason, Instant.ofEpochMilli(timeMs));
    }

    private void end(RestingOrder order) {
        order.ended = true;
        someEnded = true;
    }

    // --- what the order of prices within a bar decided

    /**
     * Notes an order that is about to fill within a bar, when the same bar would have met another order that belongs to the same position by
     * a move in the other direction: which of them came first is not known.
     */
    void noteWithin(RestingOrder order, double high, double low) {
        if (order.arrivedInBar == bar) {
            // Sent for a fill within this very bar: what comes after that is not known.
            order.uncertain = true;
            return;
        }
        boolean rise = order.isMetByRise();
        for (int k = 0; k < orders.size(); k++) {
            RestingOrder other = orders.get(k);
            double price = other.price();
            boolean met = price >= low && price <= high && other.isMetByRise() != rise;
            boolean enabled = !order.reduceOnly && other.reduceOnly && other.buy != order.buy;
            boolean begins = enabled && other.trail != null && !canAct(other) && other.trail.fitsInto(high, low);
            if ((met || begins) && !isDone(other) && (canAct(other) || enabled)) {
                order.uncertain = true;
                return;
            }
        }
    }

    /** Notes the trailing stops of which it is not known where, or whether, a bar met them. */
    void noteTrails(double high, double low, double close) {
        for (int k = 0; k < orders.size(); k++) {
            RestingOrder order = orders.get(k);
            if (order.trail != null && order.phase == RestingOrder.Phase.TRIGGER && !isDone(order) && canAct(order)) {
                order.uncertain |= order.trail.isUncertain(high, low, close);
            }
        }
    }

    /** The orders so far whose fill depended on the order of prices within a bar. */
    Set<String> ambiguous() {
        return ambiguous;
    }
}
