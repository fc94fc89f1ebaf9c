package io.metaexpert.simulate;

import io.metaexpert.order.Liquidity;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The order of the prices within a bar is not known, so what is worse for us, or what is better, comes first.
 *
 * <ul>
 *   <li>Worse: stops, then limits; when something filled, stops once more, as they protect what was bought; then the limits that the close is
 *       beyond, which are certain. A trailing stop falls back at once, and only then follows to the better extreme and falls back from there.
 *   <li>Better: limits, then stops, and both again when something filled. A stop that protects what another stop bought in this bar is met only
 *       when the close is beyond it. A trailing stop follows first, and falls back only when it has to.
 * </ul>
 */
final class WholeBar implements BarWalk {
    private final boolean better;
    /** Whether a stop has opened or enlarged the position in this bar. */
    private boolean enteredByStop;

    WholeBar(boolean better) {
        this.better = better;
    }

    @Override
    public void within(Matcher matcher, Span span) {
        enteredByStop = false;
        matcher.noteTrails(span.high, span.low, span.close);
        long before = matcher.fills;
        if (better) {
            limitsUntilQuiet(matcher, span);
            before = matcher.fills;
            stops(matcher, span);
            matcher.reactWithin(span);
        } else {
            stopsUntilQuiet(matcher, span);
            limits(matcher, span, span.high, span.low);
            matcher.reactWithin(span);
        }
        if (matcher.fills > before) {
            again(matcher, span);
        }
        followLate(matcher, span.close);
        matcher.sweep();
    }

    private void again(Matcher matcher, Span span) {
        if (better) {
            limitsUntilQuiet(matcher, span);
            stops(matcher, span);
            matcher.reactWithin(span);
        } else {
            stopsUntilQuiet(matcher, span);
            limits(matcher, span, span.close, span.close);
            matcher.reactWithin(span);
        }
    }

    /** Stops that were sent for what another stop bought are met at once: they are the worse. */
    private void stopsUntilQuiet(Matcher matcher, Span span) {
        do {
            stops(matcher, span);
        } while (matcher.reactWithin(span));
    }

    private static void limitsUntilQuiet(Matcher matcher, Span span) {
        long before;
        do {
            before = matcher.fills;
            limits(matcher, span, span.high, span.low);
            matcher.reactWithin(span);
        } while (matcher.fills > before);
    }

    /**
     * Limit orders that prices up to {@code high} and down to {@code low} touch. Not those that can act only since an order of this pass filled:
     * the price that touches them may have come before.
     */
    private static void limits(Matcher matcher, Span span, double high, double low) {
        int held = matcher.market.held.signum();
        for (int k = 0; k < matcher.size(); k++) {
            RestingOrder order = matcher.get(k);
            boolean touched = order.buy ? low <= order.limit : high >= order.limit;
            if (touched
                    && order.phase == RestingOrder.Phase.LIMIT
                    && !matcher.isDone(order)
                    && matcher.canAct(order)
                    && couldAct(order, held)
                    && order.limitPrice != null) {
                matcher.noteWithin(order, span.high, span.low);
                matcher.limit(order, span.traded(order.limitPrice, !order.buy), Liquidity.MAKER, span.closeMs);
            }
        }
    }

    /** Whether an order could act while so much, by its sign, was held. */
    private static boolean couldAct(RestingOrder order, int held) {
        return !order.reduceOnly || held == (order.buy ? -1 : 1);
    }

    /** For the better not those that can act only since a stop of this pass filled: a target comes before them. */
    private void stops(Matcher matcher, Span span) {
        int held = matcher.market.held.signum();
        for (int k = 0; k < matcher.size(); k++) {
            RestingOrder order = matcher.get(k);
            if (order.phase == RestingOrder.Phase.TRIGGER
                    && !matcher.isDone(order)
                    && matcher.canAct(order)
                    && (!better || couldAct(order, held))) {
                if (order.trail == null) {
                    stop(matcher, order, span);
                } else {
                    trailingStop(matcher, order, order.trail, span);
                }
            }
        }
    }

    private void stop(Matcher matcher, RestingOrder order, Span span) {
        boolean reached = order.reachedBy(order.buy ? span.high : span.low);
        if (reached && !isSpared(matcher, order, span)) {
            fire(matcher, order, span);
        }
    }

    /** Whether the price that would meet a stop may have come before the entry that it protects. */
    private boolean isSpared(Matcher matcher, RestingOrder order, Span span) {
        return better && enteredByStop && matcher.reduces(order) && !order.reachedBy(span.close);
    }

    private void fire(Matcher matcher, RestingOrder order, Span span) {
        matcher.noteWithin(order, span.high, span.low);
        boolean reduces = matcher.reduces(order);
        long before = matcher.fills;
        BigDecimal trigger = Objects.requireNonNull(order.triggerPrice);
        if (order.limitPrice != null && !span.hasTraded(trigger)) {
            matcher.rest(order, span.closeMs);
        } else {
            matcher.trigger(order, span.traded(trigger, !order.buy), span.closeMs);
        }
        // The prices after the trigger are not known: what has become a limit order waits for the next bar.
        order.doneInBar = matcher.bar;
        enteredByStop |= !reduces && matcher.fills > before;
    }

    private void trailingStop(Matcher matcher, RestingOrder order, TrailState trail, Span span) {
        double worst = order.buy ? span.high : span.low;
        double best = order.buy ? span.low : span.high;
        if (!trail.sawOpen) {
            order.follow(matcher.lastFillPrice);
            stop(matcher, order, span);
            return;
        }
        if (order.reachedBy(worst)) {
            if (better) {
                order.follow(best);
            }
            fire(matcher, order, span);
            return;
        }
        order.follow(best);
        if (order.reachedBy(worst)) {
            if (!better || order.reachedBy(span.close)) {
                fire(matcher, order, span);
            } else {
                order.doneInBar = matcher.bar;
            }
        }
    }

    /** What began to follow within the bar has certainly seen its close. */
    private static void followLate(Matcher matcher, double close) {
        for (int k = 0; k < matcher.size(); k++) {
            RestingOrder order = matcher.get(k);
            if (order.trail != null && !order.ended && matcher.canAct(order)) {
                order.follow(close);
            }
        }
    }
}
