package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets the resting orders of one instrument meet a bar; the rules are stated at {@link SimulatedVenue}. */
final class BarMatcher {
    private final Instrument instrument;
    private final SimulatedAccount account;
    private final Execution execution;
    private final List<RestingOrder> orders = new ArrayList<>();
    private long lastMs;

    BarMatcher(Instrument instrument, SimulatedAccount account, Execution execution) {
        this.instrument = instrument;
        this.account = account;
        this.execution = execution;
    }

    void add(RestingOrder order) {
        orders.add(order);
    }

    boolean remove(String clientOrderId) {
        return orders.removeIf(order -> order.request.clientOrderId().equals(clientOrderId));
    }

    boolean modify(String clientOrderId, OrderType type) {
        for (RestingOrder order : orders) {
            if (order.request.clientOrderId().equals(clientOrderId)) {
                order.type = type;
                order.rested = false;
                return true;
            }
        }
        return false;
    }

    List<RestingOrder> drain() {
        List<RestingOrder> left = List.copyOf(orders);
        orders.clear();
        return left;
    }

    void onBar(Bars bars, int i) {
        if (!orders.isEmpty()) {
            match(bars, i);
        }
    }

    private void match(Bars bars, int i) {
        lastMs = bars.closeTimeMs(i);
        double open = bars.open(i);
        long openMs = bars.openTimeMs(i);
        long closeMs = bars.closeTimeMs(i);
        each(order -> atOpen(order, open, openMs));
        if (orders.isEmpty()) {
            // Market orders alone, as at most bars that have any.
            return;
        }
        each(order -> stopWithin(order, bars.high(i), bars.low(i), closeMs));
        int before = orders.size();
        each(order -> limitWithin(order, bars.high(i), bars.low(i), closeMs));
        if (orders.size() < before) {
            // A limit entry filled: its stop, placed beforehand, is met by the rest of the same bar.
            each(order -> stopWithin(order, bars.high(i), bars.low(i), closeMs));
        }
        for (RestingOrder order : orders) {
            order.rested = true;
            order.triggeredInside = false;
        }
    }

    /** Decides one order; true when it has ended. */
    private interface Step {
        boolean ends(RestingOrder order);
    }

    /** Runs a step over the orders in the order of their arrival; a fill may end others. */
    private void each(Step step) {
        if (orders.size() == 1) {
            decide(orders.get(0), step);
            return;
        }
        for (RestingOrder order : List.copyOf(orders)) {
            if (orders.contains(order)) {
                decide(order, step);
            }
        }
    }

    private void decide(RestingOrder order, Step step) {
        boolean held = account.held(instrument).signum() != 0;
        if (step.ends(order)) {
            orders.remove(order);
            if (held && account.held(instrument).signum() == 0) {
                expireReduceOnly();
            }
        }
    }

    private boolean atOpen(RestingOrder order, double open, long timeMs) {
        return switch (order.type) {
            case OrderType.Market() -> market(order, open, timeMs);
            case OrderType.StopMarket(var trigger) ->
                reached(order, trigger.toDouble(), open) && canAct(order) && market(order, open, timeMs);
            case OrderType.Limit(var price) -> limitAtOpen(order, price.value(), open, timeMs);
            case OrderType.StopLimit(var trigger, var price) -> {
                if (!order.triggered && reached(order, trigger.toDouble(), open) && canAct(order)) {
                    order.triggered = true;
                    order.rested = false;
                }
                yield order.triggered && limitAtOpen(order, price.value(), open, timeMs);
            }
        };
    }

    private boolean market(RestingOrder order, double reference, long timeMs) {
        execution.atMarket(order.request, instrument, reference, timeMs);
        return true;
    }

    private boolean limitAtOpen(RestingOrder order, BigDecimal price, double open, long timeMs) {
        boolean crosses = order.isBuy() ? open <= price.doubleValue() : open >= price.doubleValue();
        if (!canAct(order)) {
            return immediate(order, timeMs);
        }
        if (!crosses) {
            return immediate(order, timeMs);
        }
        if (order.request.postOnly() && !order.rested) {
            return reject(order, DenialReason.WOULD_TAKE_LIQUIDITY, timeMs);
        }
        Liquidity liquidity = order.rested ? Liquidity.MAKER : Liquidity.TAKER;
        execution.atPrice(order.request, instrument, Decimals.of(open), liquidity, timeMs);
        return true;
    }

    /** Ends an order that may not wait. */
    private boolean immediate(RestingOrder order, long timeMs) {
        return switch (order.request.timeInForce()) {
            case GTC -> false;
            case IOC -> expire(order, DenialReason.NOT_FILLED_AT_ONCE, timeMs);
            case FOK -> expire(order, DenialReason.NOT_FILLED_WHOLLY_AT_ONCE, timeMs);
        };
    }

    private boolean stopWithin(RestingOrder order, double high, double low, long timeMs) {
        double extreme = order.isBuy() ? high : low;
        return switch (order.type) {
            case OrderType.StopMarket(var trigger) -> {
                boolean fills = reached(order, trigger.toDouble(), extreme) && canAct(order);
                yield fills && market(order, within(trigger.toDouble(), high, low, extreme), timeMs);
            }
            case OrderType.StopLimit(var trigger, var price) -> {
                boolean triggers = !order.triggered && reached(order, trigger.toDouble(), extreme) && canAct(order);
                boolean traded = trigger.toDouble() >= low && trigger.toDouble() <= high;
                yield triggers && triggerWithin(order, trigger.value(), price.value(), traded, timeMs);
            }
            case OrderType.Market() -> false;
            case OrderType.Limit(var price) -> false;
        };
    }

    /**
     * The trigger where the bar traded there. A stop that had been passed before, and waited for something to reduce, is met at the worst
     * price of the bar: when within the bar it became able to act is not known.
     */
    private static double within(double trigger, double high, double low, double worst) {
        return trigger >= low && trigger <= high ? trigger : worst;
    }

    /** A limit that the trigger price satisfies fills at the trigger; else it rests, as the order of prices after it is not known. */
    private boolean triggerWithin(
            RestingOrder order, BigDecimal trigger, BigDecimal limit, boolean traded, long timeMs) {
        order.triggered = true;
        order.triggeredInside = true;
        boolean marketable = order.isBuy() ? trigger.compareTo(limit) <= 0 : trigger.compareTo(limit) >= 0;
        if (!marketable || !traded) {
            return immediate(order, timeMs);
        }
        execution.atPrice(order.request, instrument, trigger, Liquidity.TAKER, timeMs);
        return true;
    }

    private boolean limitWithin(RestingOrder order, double high, double low, long timeMs) {
        if (order.type instanceof OrderType.Limit(var price)) {
            return touchedLimit(order, price.value(), high, low, timeMs);
        }
        if (order.type instanceof OrderType.StopLimit(var trigger, var price)
                && order.triggered
                && !order.triggeredInside) {
            return touchedLimit(order, price.value(), high, low, timeMs);
        }
        return false;
    }

    private boolean touchedLimit(RestingOrder order, BigDecimal price, double high, double low, long timeMs) {
        boolean touched = order.isBuy() ? low <= price.doubleValue() : high >= price.doubleValue();
        if (!touched || !canAct(order)) {
            return false;
        }
        // A limit that the open satisfied already, but that waited for something to reduce, does not fill beyond what
        // was traded.
        boolean traded = order.isBuy() ? price.doubleValue() <= high : price.doubleValue() >= low;
        BigDecimal at = traded ? price : Decimals.of(order.isBuy() ? high : low);
        execution.atPrice(order.request, instrument, at, Liquidity.MAKER, timeMs);
        return true;
    }

    private static boolean reached(RestingOrder order, double trigger, double price) {
        return order.isBuy() ? price >= trigger : price <= trigger;
    }

    /** A reduce-only order waits while there is nothing to reduce. */
    private boolean canAct(RestingOrder order) {
        return !order.request.reduceOnly()
                || account.reducible(instrument, order.request.side()).signum() > 0;
    }

    /** The position has been closed: what was to reduce it has nothing to wait for. */
    private void expireReduceOnly() {
        for (RestingOrder order : List.copyOf(orders)) {
            if (order.request.reduceOnly() && !(order.type instanceof OrderType.Market)) {
                orders.remove(order);
                expire(order, DenialReason.NOTHING_TO_REDUCE, lastMs);
            }
        }
    }

    /** Ends all orders, as the venue does when it closes the position itself. */
    void expireAll(DenialReason reason, long timeMs) {
        for (RestingOrder order : drain()) {
            expire(order, reason, timeMs);
        }
    }

    private boolean expire(RestingOrder order, DenialReason reason, long timeMs) {
        execution.tell(
                new Transaction.OrderExpired(Instant.ofEpochMilli(timeMs), order.request.clientOrderId(), reason));
        return true;
    }

    private boolean reject(RestingOrder order, DenialReason reason, long timeMs) {
        execution.tell(new Transaction.OrderRejected(
                Instant.ofEpochMilli(timeMs), order.request.clientOrderId(), reason, reason.text()));
        return true;
    }
}
