package io.metaexpert.simulate;

import io.metaexpert.market.Decimals;
import io.metaexpert.order.Liquidity;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders meet the prices of a bar along a path of straight lines, one after another, each at exactly its price. */
final class PathWalk implements BarWalk {
    private final PathChoice choice;

    PathWalk(PathChoice choice) {
        this.choice = choice;
    }

    @Override
    public void within(Matcher matcher, Span span) {
        if (span.count == 0) {
            span.draw(choice.highFirst(span, matcher.market.held.signum()));
        }
        matcher.noteTrails(span.high, span.low, span.close);
        for (int k = 1; k < span.count && !matcher.isEmpty(); k++) {
            line(matcher, span.points[k - 1], span.points[k], span);
        }
    }

    private static void line(Matcher matcher, double from, double to, Span span) {
        double at = from;
        RestingOrder next = nearest(matcher, at, to);
        while (next != null) {
            at = where(next, at, to);
            meet(matcher, next, at, span);
            matcher.reactWithin(span);
            follow(matcher, at);
            next = nearest(matcher, at, to);
        }
        follow(matcher, to);
        matcher.sweep();
    }

    /** The order that is met first on the way; of several at one price the one that arrived first. Null when there is none. */
    private static @Nullable RestingOrder nearest(Matcher matcher, double at, double to) {
        RestingOrder nearest = null;
        double way = Double.POSITIVE_INFINITY;
        for (int k = 0; k < matcher.size(); k++) {
            RestingOrder order = matcher.get(k);
            if (matcher.isDone(order) || !matcher.canAct(order)) {
                continue;
            }
            double orderWay = Math.abs(where(order, at, to) - at);
            if (orderWay < way) {
                way = orderWay;
                nearest = order;
            }
        }
        return nearest;
    }

    /** Where on the way an order is met; NaN when it is not. */
    private static double where(RestingOrder order, double at, double to) {
        if (isSatisfied(order, at)) {
            // Passed before, but it could not act: it waited for something to reduce.
            return at;
        }
        boolean rise = to >= at;
        double price = order.price();
        boolean reached = order.isMetByRise() == rise && (rise ? price <= to : price >= to);
        return reached ? price : Double.NaN;
    }

    private static boolean isSatisfied(RestingOrder order, double at) {
        return order.isMetByRise() ? at >= order.price() : at <= order.price();
    }

    private static void meet(Matcher matcher, RestingOrder order, double at, Span span) {
        matcher.noteWithin(order, span.high, span.low);
        boolean exact = at == order.price();
        if (order.phase == RestingOrder.Phase.TRIGGER) {
            BigDecimal trigger = Objects.requireNonNull(order.triggerPrice);
            matcher.trigger(order, exact ? trigger : Decimals.of(at), span.closeMs);
        } else if (exact || order.rested) {
            BigDecimal limit = Objects.requireNonNull(order.limitPrice);
            matcher.limit(order, span.traded(limit, !order.buy), Liquidity.MAKER, span.closeMs);
        } else {
            matcher.point(order, at, span.closeMs);
        }
    }

    private static void follow(Matcher matcher, double price) {
        for (int k = 0; k < matcher.size(); k++) {
            RestingOrder order = matcher.get(k);
            if (order.trail != null && !order.ended && matcher.canAct(order)) {
                order.follow(price);
            }
        }
    }
}
