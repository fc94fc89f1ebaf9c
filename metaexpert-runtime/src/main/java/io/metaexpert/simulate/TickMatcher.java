package io.metaexpert.simulate;

import io.metaexpert.market.Decimals;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Liquidity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Lets the orders of one instrument meet quotes, trades and depth as they were recorded.
 *
 * <p>What takes fills against the best price on the other side that was in force when it arrived; where no quotes are known, at the next
 * trade. Stops are triggered by trades, and fill at the worse of that trade and the quote. A limit order that rests fills at its price: when
 * there is trade beyond it, when the other side comes to it, or when all that stood before it at its price has traded, see {@link Queue}.
 * Our own orders leave no trace in the market. Engine thread only.
 */
final class TickMatcher {
    private final Matcher matcher;
    private final OrderEntry entry;
    private final @Nullable VolumeShare share;
    private final Opposite opposite;
    private long nowMs = Long.MIN_VALUE;
    private double last = Double.NaN;

    TickMatcher(Matcher matcher, Execution execution, FillSettings settings) {
        this.matcher = matcher;
        this.entry = new OrderEntry(matcher, execution, this::arrived);
        this.share = VolumeShare.of(settings, matcher.market.instrument);
        this.opposite = new Opposite(settings.model() == FillModel.BOOK, share, matcher.market.instrument);
    }

    OrderEntry entry() {
        return entry;
    }

    /** Something happened at the top of the book. */
    void onTick(Ticks ticks, int i) {
        nowMs = ticks.timeMs(i);
        entry.shown(nowMs);
        TickKind kind = ticks.kind(i);
        if (kind == TickKind.QUOTE) {
            opposite.quote(ticks.bid(i), ticks.bidSize(i), ticks.ask(i), ticks.askSize(i));
            if (!matcher.isEmpty() && !opposite.isByDepth()) {
                quoted();
            }
            return;
        }
        last = ticks.last(i);
        if (!matcher.isEmpty()) {
            traded(last, ticks.lastSize(i), kind.aggressor());
        }
    }

    /** The depth has changed. */
    void onBook(DepthBook book, long timeMs) {
        nowMs = timeMs;
        entry.shown(timeMs);
        opposite.book(book);
        if (!matcher.isEmpty() && opposite.isByDepth()) {
            quoted();
        }
    }

    private void arrived(RestingOrder order, long timeMs) {
        nowMs = timeMs;
        matcher.begin(null);
        if (order.phase == RestingOrder.Phase.MARKET) {
            take(order, Double.NaN);
        } else if (order.phase == RestingOrder.Phase.LIMIT) {
            enter(order);
        }
    }

    // --- what takes

    /** Takes what is offered, at no better price than {@code worst} when that is a number. Waits where nothing is known to be offered. */
    private void take(RestingOrder order, double worst) {
        if (opposite.isKnown(order.buy)) {
            fill(order, worst);
        }
    }

    private void fill(RestingOrder order, double worst) {
        double best = opposite.price(order.buy);
        if (opposite.isByDepth()) {
            BigDecimal first = Decimals.of(best);
            Opposite.Offer offer = opposite.offer(order, matcher.left(order, first));
            matcher.allow(offer.quantity());
            matcher.average(order, adverse(order, offer.average(), worst), first, nowMs);
            return;
        }
        BigDecimal price = adverse(order, Decimals.of(best), worst);
        matcher.allow(opposite.quantity(order.buy));
        if (order.phase == RestingOrder.Phase.MARKET) {
            matcher.market(order, price, nowMs);
        } else {
            matcher.limit(order, price, Liquidity.TAKER, nowMs);
        }
    }

    private static BigDecimal adverse(RestingOrder order, BigDecimal price, double worst) {
        if (Double.isNaN(worst)) {
            return price;
        }
        BigDecimal other = Decimals.of(worst);
        return order.buy ? price.max(other) : price.min(other);
    }

    /** A limit order takes what satisfies it, or begins to rest. Where no quotes are known the next trade tells. */
    private void enter(RestingOrder order) {
        if (!opposite.isKnown(order.buy) || !matcher.canAct(order)) {
            return;
        }
        if (opposite.satisfies(order)) {
            if (order.request.postOnly()) {
                matcher.reject(order, DenialReason.WOULD_TAKE_LIQUIDITY, nowMs);
            } else {
                fill(order, Double.NaN);
                order.ahead = 0;
            }
        } else {
            rest(order, opposite.ahead(order.buy, order.limit));
        }
    }

    private void rest(RestingOrder order, double ahead) {
        order.rested = true;
        order.ahead = ahead;
        matcher.endIfImmediate(order, nowMs);
    }

    // --- what rests

    private void quoted() {
        matcher.begin(null);
        int count = matcher.size();
        for (int k = 0; k < count; k++) {
            RestingOrder order = matcher.get(k);
            if (!order.ended && matcher.canAct(order)) {
                quoted(order);
            }
        }
        matcher.sweep();
    }

    private void quoted(RestingOrder order) {
        switch (order.phase) {
            case MARKET -> take(order, Double.NaN);
            case TRIGGER -> {
                // Without any trade so far quotes are all there is.
                if (Double.isNaN(last) && opposite.isKnown(order.buy)) {
                    reached(order, opposite.price(order.buy));
                }
            }
            case LIMIT -> {
                if (!order.rested) {
                    enter(order);
                } else if (opposite.isKnown(order.buy) && opposite.satisfies(order)) {
                    matcher.allow(opposite.quantity(order.buy));
                    matcher.limit(order, limit(order), Liquidity.MAKER, nowMs);
                } else {
                    order.ahead = Queue.shrink(order.ahead, opposite.ahead(order.buy, order.limit));
                }
            }
        }
    }

    private void traded(double price, double size, int aggressor) {
        matcher.begin(share == null ? null : share.of(size, price));
        int count = matcher.size();
        for (int k = 0; k < count; k++) {
            RestingOrder order = matcher.get(k);
            if (order.ended || !matcher.canAct(order)) {
                continue;
            }
            switch (order.phase) {
                case MARKET -> marketAt(order, price);
                case TRIGGER -> reached(order, price);
                case LIMIT -> limitAt(order, price, size, aggressor);
            }
        }
        matcher.sweep();
    }

    private void marketAt(RestingOrder order, double price) {
        if (!opposite.hasQuotes()) {
            matcher.market(order, Decimals.of(price), nowMs);
        }
    }

    private void reached(RestingOrder order, double price) {
        if (!order.reachedBy(price)) {
            order.followFromOpen(price);
            return;
        }
        BigDecimal volume = matcher.volumeLeft();
        order.fire();
        if (order.phase == RestingOrder.Phase.LIMIT) {
            enter(order);
        } else if (opposite.hasQuotes()) {
            take(order, price);
        } else {
            matcher.market(order, Decimals.of(price), nowMs);
        }
        matcher.allow(volume);
    }

    private void limitAt(RestingOrder order, double price, double size, int aggressor) {
        if (!order.rested) {
            if (!opposite.hasQuotes()) {
                firstTrade(order, price);
            }
            return;
        }
        boolean beyond = order.buy ? price < order.limit : price > order.limit;
        if (beyond) {
            matcher.limit(order, limit(order), Liquidity.MAKER, nowMs);
        } else if (price == order.limit && aggressor != (order.buy ? 1 : -1) && !Double.isNaN(order.ahead)) {
            double reaches = Queue.reaches(order.ahead, size);
            order.ahead = Queue.afterTrade(order.ahead, size);
            if (reaches > 0) {
                fromQueue(order, reaches);
            }
        }
    }

    /** Where no quotes are known, the first trade tells whether a limit order took or rests; nothing is known to stand before it then. */
    private void firstTrade(RestingOrder order, double price) {
        boolean satisfied = order.buy ? price <= order.limit : price >= order.limit;
        if (!satisfied) {
            rest(order, 0);
        } else if (order.request.postOnly()) {
            matcher.reject(order, DenialReason.WOULD_TAKE_LIQUIDITY, nowMs);
        } else {
            matcher.limit(order, Decimals.of(price), Liquidity.TAKER, nowMs);
            order.ahead = 0;
        }
    }

    private void fromQueue(RestingOrder order, double reaches) {
        BigDecimal all = matcher.volumeLeft();
        if (share == null || all == null) {
            matcher.limit(order, limit(order), Liquidity.MAKER, nowMs);
            return;
        }
        BigDecimal most = all.min(share.of(reaches, order.limit));
        matcher.allow(most);
        matcher.limit(order, limit(order), Liquidity.MAKER, nowMs);
        BigDecimal left = matcher.volumeLeft();
        matcher.allow(all.subtract(most).add(left == null ? BigDecimal.ZERO : left));
    }

    private static BigDecimal limit(RestingOrder order) {
        BigDecimal price = order.limitPrice;
        if (price == null) {
            throw new IllegalStateException("an order in the book has a limit");
        }
        return price;
    }
}
