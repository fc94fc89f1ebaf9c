package io.metaexpert.engine;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.protection.EntryFill;
import io.metaexpert.protection.ProtectedPosition;
import io.metaexpert.protection.ProtectionSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One position that there can be, and its protection. It knows of fills at once, while the books hear of them later. Engine thread only.
 *
 * <p>A stop that this process holds is met by the low of a bar (a short one by its high) at the bar's close, or by two ticks one after the
 * other. It is also the second line where the exchange holds the stop: when the price is beyond that by more than two increments and the exchange,
 * which had a bar or a second for it, has done nothing.
 */
final class GuardedPosition {
    private static final double INCREMENTS = 2;
    private static final long GRACE_MS = 1_000;
    private static final int CONFIRMATIONS = 2;

    final Instrument instrument;
    /** In hedge mode; else empty. */
    final Optional<PositionSide> side;

    final boolean atExchange;
    private final ProtectionSettings settings;
    private final IntToDoubleFunction atr;
    private final PositionOrders orders;
    private final double slack;
    private @Nullable ProtectedPosition position;
    private long openedMs;
    /** Why it is to be closed at the market; null when it is not. */
    private @Nullable String leaving;

    private boolean unsettled;
    private boolean changed;
    private int beyond;
    private long beyondSinceMs;

    /** @param atr the average true range of so many closed bars at a fill */
    GuardedPosition(
            Instrument instrument,
            Optional<PositionSide> side,
            boolean atExchange,
            ProtectionSettings settings,
            IntToDoubleFunction atr,
            ProtectionDesk desk) {
        this.instrument = instrument;
        this.side = side;
        this.atExchange = atExchange;
        this.settings = settings;
        this.atr = atr;
        this.orders = new PositionOrders(desk, instrument, side, atExchange);
        this.slack = INCREMENTS * instrument.priceIncrement().doubleValue();
    }

    PositionOrders orders() {
        return orders;
    }

    /** What is held and where its stop is; null while it is flat. */
    @Nullable
    ProtectedPosition position() {
        return position;
    }

    /** Whether something of it changed since that was asked last. */
    boolean takeChange() {
        boolean was = changed;
        changed = false;
        return was;
    }

    // --- fills

    /** @param stop that was given with the order */
    void filled(Fill fill, Optional<BigDecimal> stop) {
        changed = true;
        BigDecimal quantity = fill.quantity().value();
        ProtectedPosition held = position;
        boolean buy = fill.side() == Side.BUY;
        if (held == null) {
            open(fill, quantity, stop);
        } else if (held.isLong() == buy) {
            held.add(new EntryFill(fill.price().value(), quantity, fill.fee().amount(), stop));
        } else if (quantity.compareTo(held.quantity()) < 0) {
            held.reduce(quantity);
        } else {
            BigDecimal turned = quantity.subtract(held.quantity());
            closed();
            if (turned.signum() > 0) {
                open(fill, turned, stop);
            }
        }
    }

    private void open(Fill fill, BigDecimal quantity, Optional<BigDecimal> stop) {
        BigDecimal whole = fill.quantity().value();
        BigDecimal fee = fill.fee().amount();
        BigDecimal share =
                quantity.compareTo(whole) == 0 ? fee : fee.multiply(quantity).divide(whole, MathContext.DECIMAL128);
        position = ProtectedPosition.open(
                settings,
                instrument,
                fill.side() == Side.BUY,
                new EntryFill(fill.price().value(), quantity, share, stop),
                atr);
        openedMs = fill.time().toEpochMilli();
    }

    /** Nothing is held any more. */
    void closed() {
        changed = true;
        position = null;
        leaving = null;
        beyond = 0;
        orders.retire();
    }

    /** Takes over what was held before this process began; {@code known} is what it wrote down. */
    void adopt(ProtectedPosition known, long timeMs) {
        changed = true;
        position = known;
        openedMs = timeMs;
    }

    // --- orders

    /** Sends what is needed for the position as it is. */
    void settle(Instant time) {
        orders.cancelRetired(time);
        ProtectedPosition held = position;
        if (held == null) {
            return;
        }
        if (leaving == null && (held.lacksStop() || orders.isRefused())) {
            leaving = held.lacksStop() ? "no stop" : "stop refused";
        }
        unsettled = orders.keep(held, time);
        if (leaving != null) {
            orders.leave(held, leaving, time);
        }
    }

    // --- prices

    /** A bar has closed, and the orders have met it. */
    void bar(Bars bars, int i) {
        ProtectedPosition held = position;
        if (held == null) {
            return;
        }
        orders.mayTryAgain();
        double worst = held.isLong() ? bars.low(i) : bars.high(i);
        if (isMetBy(bars, i, held, worst)) {
            leaving = held.reason().text();
        }
        // What the bar saw before an entry within it is not ours.
        boolean whole = openedMs <= bars.openTimeMs(i);
        double best = !whole ? bars.close(i) : held.isLong() ? bars.high(i) : bars.low(i);
        boolean moved = held.see(best);
        changed |= moved;
        if (moved || unsettled || leaving != null) {
            settle(Instant.ofEpochMilli(bars.closeTimeMs(i)));
        }
    }

    private boolean isMetBy(Bars bars, int i, ProtectedPosition held, double worst) {
        if (leaving != null) {
            return false;
        }
        return atExchange ? isMissed(held, bars.close(i), bars.openTimeMs(i)) : held.beyondStop(worst) >= 0;
    }

    /** Whether the exchange has held a stop since an instant, and a price is so far beyond that it should have acted. */
    private boolean isMissed(ProtectedPosition held, double price, long sinceMs) {
        double level = orders.heldSince(sinceMs);
        return !orders.isLeaving() && (held.isLong() ? level - price : price - level) > slack;
    }

    /** A price between the bars, which the orders have met. */
    void tick(double price, long timeMs) {
        ProtectedPosition held = position;
        if (held == null) {
            return;
        }
        orders.mayTryAgain();
        boolean met = atExchange ? isMissed(held, price, timeMs) : held.beyondStop(price) >= 0;
        count(met, timeMs);
        if (leaving == null && beyond >= CONFIRMATIONS && (!atExchange || timeMs - beyondSinceMs >= GRACE_MS)) {
            leaving = held.reason().text();
        }
        boolean moved = held.see(price);
        changed |= moved;
        if (moved || unsettled || leaving != null) {
            settle(Instant.ofEpochMilli(timeMs));
        }
    }

    private void count(boolean met, long timeMs) {
        if (!met) {
            beyond = 0;
        } else if (beyond++ == 0) {
            beyondSinceMs = timeMs;
        }
    }
}
