package io.metaexpert.performance;

import io.metaexpert.market.Decimals;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Matches fills into round trips, first in first out. Not thread-safe. */
public final class RoundTripBook {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final Map<InstrumentId, Deque<Lot>> open = new LinkedHashMap<>();
    private final List<RoundTrip> closed = new ArrayList<>();
    private @Nullable InstrumentId lastInstrument;
    private @Nullable Deque<Lot> lastLots;

    /** Books a fill whose order was sent for {@code reason}. */
    public void apply(Fill fill, String reason) {
        Deque<Lot> lots = lots(fill.instrument());
        BigDecimal left = fill.quantity().value();
        while (left.signum() > 0 && !lots.isEmpty() && lots.getFirst().side != fill.side()) {
            left = left.subtract(closeFirst(lots, fill, left, reason));
        }
        if (left.signum() > 0) {
            lots.addLast(new Lot(fill, left, reason));
        }
    }

    /** Most runs have one instrument; another but equal id only costs a look-up. */
    @SuppressWarnings("ReferenceEquality")
    private Deque<Lot> lots(InstrumentId instrument) {
        Deque<Lot> lots = lastLots;
        if (lots == null || instrument != lastInstrument) {
            lots = open.computeIfAbsent(instrument, id -> new ArrayDeque<>());
            lastLots = lots;
            lastInstrument = instrument;
        }
        return lots;
    }

    private BigDecimal closeFirst(Deque<Lot> lots, Fill fill, BigDecimal wanted, String reason) {
        Lot lot = lots.removeFirst();
        BigDecimal quantity = wanted.min(lot.quantity);
        BigDecimal exitFee =
                share(fill.fee().amount(), quantity, fill.quantity().value());
        BigDecimal exitSlippage =
                share(fill.slippage(), quantity, fill.quantity().value());
        Lot part = lot.part(quantity);
        closed.add(
                part.close(fill.instrument(), fill.price().value(), exitFee, exitSlippage, fill.time(), reason, false));
        if (quantity.compareTo(lot.quantity) < 0) {
            lots.addFirst(lot.without(part));
        }
        return quantity;
    }

    /**
     * All round trips in the order of their exits. What is still open is added at the end, valued at the last price and without an
     * exit fee.
     */
    public List<RoundTrip> finish(Instant time, ToDoubleFunction<InstrumentId> lastPrice) {
        List<RoundTrip> all = new ArrayList<>(closed);
        open.forEach((instrument, lots) -> {
            for (Lot lot : lots) {
                BigDecimal price = Decimals.of(lastPrice.applyAsDouble(instrument));
                all.add(lot.close(instrument, price, BigDecimal.ZERO, BigDecimal.ZERO, time, "end of data", true));
            }
        });
        return all;
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.signum() == 0 || part.compareTo(whole) == 0
                ? amount
                : amount.multiply(part).divide(whole, PRECISION);
    }

    private record Lot(
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal fee,
            BigDecimal slippage,
            Instant time,
            String reason) {
        Lot(Fill fill, BigDecimal quantity, String reason) {
            this(
                    fill.side(),
                    quantity,
                    fill.price().value(),
                    share(fill.fee().amount(), quantity, fill.quantity().value()),
                    share(fill.slippage(), quantity, fill.quantity().value()),
                    fill.time(),
                    reason);
        }

        Lot part(BigDecimal wanted) {
            return new Lot(
                    side, wanted, price, share(fee, wanted, quantity), share(slippage, wanted, quantity), time, reason);
        }

        /** The rest by subtraction, so that the parts add up exactly. */
        Lot without(Lot part) {
            return new Lot(
                    side,
                    quantity.subtract(part.quantity),
                    price,
                    fee.subtract(part.fee),
                    slippage.subtract(part.slippage),
                    time,
                    reason);
        }

        RoundTrip close(
                InstrumentId instrument,
                BigDecimal exitPrice,
                BigDecimal exitFee,
                BigDecimal exitSlippage,
                Instant exitTime,
                String exitReason,
                boolean openAtEnd) {
            BigDecimal fees = fee.add(exitFee);
            BigDecimal move = side == Side.BUY ? exitPrice.subtract(price) : price.subtract(exitPrice);
            return new RoundTrip(
                    instrument,
                    side == Side.BUY ? PositionSide.LONG : PositionSide.SHORT,
                    time,
                    exitTime,
                    price,
                    exitPrice,
                    quantity,
                    fees,
                    move.multiply(quantity).subtract(fees),
                    slippage.add(exitSlippage),
                    reason,
                    exitReason,
                    openAtEnd);
        }
    }
}
