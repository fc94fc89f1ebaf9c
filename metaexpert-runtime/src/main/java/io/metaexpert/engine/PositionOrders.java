package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.protection.ProtectedPosition;
import io.metaexpert.protection.StopReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders that protect one position, kept as large as it is and where its levels are. All of them only reduce; stop and target are a pair.
 * What the venue ends although there is still a position is sent again. Engine thread only.
 */
final class PositionOrders {
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final long LEAST_MS = 1_000;
    /** More than a market event can need; a venue that ends every order at once is asked again at the next. */
    private static final int MOST_AT_ONCE = 8;

    private final ProtectionDesk desk;
    private final Instrument instrument;
    private final Optional<PositionSide> side;
    private final boolean atExchange;
    private final List<ProtectiveOrder> retired = new ArrayList<>();
    private @Nullable ProtectiveOrder stop;
    private @Nullable ProtectiveOrder target;
    private @Nullable ProtectiveOrder exit;
    private BigDecimal roundedOf = BigDecimal.ZERO;
    private BigDecimal rounded = BigDecimal.ZERO;
    private boolean refused;
    private int sentAtOnce;

    /** @param side in hedge mode; else empty */
    PositionOrders(ProtectionDesk desk, Instrument instrument, Optional<PositionSide> side, boolean atExchange) {
        this.desk = desk;
        this.instrument = instrument;
        this.side = side;
        this.atExchange = atExchange;
    }

    // --- what the venue says

    boolean owns(String id) {
        return is(stop, id) || is(target, id) || is(exit, id) || isRetired(id);
    }

    private boolean isRetired(String id) {
        for (int i = 0; i < retired.size(); i++) {
            if (retired.get(i).is(id)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ProtectiveOrder find(String id) {
        return is(stop, id) ? stop : is(target, id) ? target : is(exit, id) ? exit : null;
    }

    private static boolean is(@Nullable ProtectiveOrder order, String id) {
        return order != null && order.is(id);
    }

    /** One of them has filled; what one of the pair fills, the other loses. */
    void filled(String id, BigDecimal quantity, boolean complete) {
        ProtectiveOrder filled = find(id);
        if (filled == null) {
            return;
        }
        filled.done = filled.done.add(quantity);
        filled.hasFilled = true;
        ProtectiveOrder other = is(stop, id) ? target : is(target, id) ? stop : null;
        if (other != null) {
            other.done = other.done.add(quantity);
        }
        if (complete) {
            forget(id);
        }
    }

    /** Anything but a fill. */
    void told(OrderTransaction transaction) {
        String id = transaction.clientOrderId();
        long timeMs = transaction.time().toEpochMilli();
        if (transaction instanceof Transaction.OrderAccepted) {
            confirm(id, timeMs);
        } else if (transaction instanceof Transaction.OrderModified) {
            confirm(id, timeMs);
        } else {
            refused |= is(stop, id) && transaction instanceof Transaction.OrderRejected it && isFinal(it.reason());
            if (is(exit, id)) {
                sentAtOnce = MOST_AT_ONCE;
            }
            forget(id);
        }
    }

    /** Whether a venue that refused a stop would do so again. */
    private static boolean isFinal(DenialReason reason) {
        return reason != DenialReason.NOTHING_TO_REDUCE && reason != DenialReason.OTHER_ORDER_FILLED;
    }

    private void confirm(String id, long timeMs) {
        ProtectiveOrder order = is(stop, id) ? stop : is(target, id) ? target : null;
        if (order != null) {
            order.confirm(timeMs);
        }
    }

    private void forget(String id) {
        stop = is(stop, id) ? null : stop;
        target = is(target, id) ? null : target;
        exit = is(exit, id) ? null : exit;
        if (!retired.isEmpty()) {
            retired.removeIf(order -> order.is(id));
        }
    }

    // --- what is asked for

    /** The position is over: what is left of them is to be canceled. */
    void retire() {
        if (stop != null) {
            retired.add(stop);
        }
        if (target != null) {
            retired.add(target);
        }
        stop = null;
        target = null;
        exit = null;
        refused = false;
    }

    /** Cancels what belonged to a position that is over. */
    void cancelRetired(Instant time) {
        if (retired.isEmpty()) {
            return;
        }
        List<ProtectiveOrder> orders = List.copyOf(retired);
        retired.clear();
        orders.forEach(order -> desk.cancel(order, time));
    }

    /** A market event: what did not work may be tried again. */
    void mayTryAgain() {
        sentAtOnce = 0;
    }

    /** Whether the venue does not take stops of this position. */
    boolean isRefused() {
        return refused;
    }

    /** Lets stop and target be where they should be; answers whether that has to be looked at again at the next event. */
    boolean keep(ProtectedPosition position, Instant time) {
        BigDecimal held = rounded(position.quantity());
        if (held.signum() == 0) {
            return false;
        }
        boolean unsettled = atExchange && keepStop(position, held, time);
        Optional<BigDecimal> price = position.target();
        if (price.isPresent() && keepTarget(position, price.get(), held, time)) {
            unsettled = true;
        }
        return unsettled;
    }

    /** What can be ordered of a quantity. It is asked for at every move of a stop, and changes with fills alone. */
    @SuppressWarnings("ReferenceEquality")
    private BigDecimal rounded(BigDecimal quantity) {
        if (quantity != roundedOf) {
            roundedOf = quantity;
            rounded = instrument.quantity(quantity).value();
        }
        return rounded;
    }

    private boolean keepStop(ProtectedPosition position, BigDecimal held, Instant time) {
        BigDecimal level = position.stop().orElse(null);
        ProtectiveOrder known = stop;
        if (level == null || refused) {
            return false;
        }
        if (known == null) {
            if (sentAtOnce++ >= MOST_AT_ONCE) {
                return true;
            }
            String reason = position.reason().text();
            ProtectiveOrder made = send('S', position, ProtectionDesk.stopAt(level), held, idOf(target), reason, time);
            stop = made;
            desk.submit(made);
            return stop == null;
        }
        BigDecimal at = known.price == null ? level : known.price;
        boolean differs = level.compareTo(at) != 0 && !known.hasFilled;
        boolean moves = differs && isWorthMoving(known, position, level, time.toEpochMilli());
        BigDecimal total = held.add(known.done);
        if (moves || total.compareTo(known.total) != 0) {
            if (moves) {
                known.order.because(position.reason().text());
            }
            desk.modify(known, ProtectionDesk.stopAt(moves ? level : at), total, time);
        }
        return differs && !moves;
    }

    /** A trailing stop moves by no less than an increment or a tenth of its distance, and no more than once a second. */
    private boolean isWorthMoving(ProtectiveOrder known, ProtectedPosition position, BigDecimal level, long nowMs) {
        if (position.reason() != StopReason.TRAILING || known.price == null) {
            return true;
        }
        BigDecimal move = level.subtract(known.price).abs();
        BigDecimal least = position.trailingDistance().multiply(TENTH).max(instrument.priceIncrement());
        return move.compareTo(least) >= 0 && nowMs - known.changedMs >= LEAST_MS;
    }

    private boolean keepTarget(ProtectedPosition position, BigDecimal price, BigDecimal held, Instant time) {
        ProtectiveOrder known = target;
        if (known == null) {
            if (sentAtOnce++ >= MOST_AT_ONCE) {
                return true;
            }
            ProtectiveOrder made =
                    send('T', position, ProtectionDesk.limitAt(price), held, idOf(stop), "take-profit", time);
            target = made;
            desk.submit(made);
            return target == null;
        }
        BigDecimal total = held.add(known.done);
        if (total.compareTo(known.total) != 0 || (known.price != null && price.compareTo(known.price) != 0)) {
            desk.modify(known, ProtectionDesk.limitAt(price), total, time);
        }
        return false;
    }

    private static Optional<String> idOf(@Nullable ProtectiveOrder order) {
        return order == null ? Optional.empty() : Optional.of(order.id());
    }

    private ProtectiveOrder send(
            char kind,
            ProtectedPosition position,
            OrderType type,
            BigDecimal quantity,
            Optional<String> pairedWith,
            String reason,
            Instant time) {
        Side closing = position.isLong() ? Side.SELL : Side.BUY;
        return desk.send(kind, instrument, closing, side, type, quantity, pairedWith, reason, time);
    }

    /** Closes the position at the market, unless that is on its way. */
    void leave(ProtectedPosition position, String reason, Instant time) {
        BigDecimal held = rounded(position.quantity());
        if (exit == null && held.signum() > 0 && sentAtOnce++ < MOST_AT_ONCE) {
            ProtectiveOrder made = send('S', position, new OrderType.Market(), held, Optional.empty(), reason, time);
            exit = made;
            desk.submit(made);
        }
    }

    /** Whether the position is being closed at the market. */
    boolean isLeaving() {
        return exit != null;
    }

    /** The trigger by which the venue has held a stop that has not filled since an instant; NaN when it holds none. */
    double heldSince(long timeMs) {
        ProtectiveOrder known = stop;
        return known == null || known.hasFilled || known.heldSinceMs > timeMs ? Double.NaN : known.heldPrice;
    }
}
