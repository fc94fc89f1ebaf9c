package io.metaexpert.performance;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Matches fills into round trips, first in first out. Not thread-safe. */
public final class RoundTripBook {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final Map<InstrumentId, ContractMath> maths = new HashMap<>();
    private final Map<InstrumentId, Lots> open = new LinkedHashMap<>();
    /** Of hedge mode. */
    private final Map<Leg, Lots> legs = new LinkedHashMap<>();

    private final List<RoundTrip> closed = new ArrayList<>();
    private @Nullable InstrumentId lastInstrument;
    private @Nullable Lots lastLots;

    /** A book that knows the contracts of these instruments. */
    public RoundTripBook(List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            maths.put(instrument.id(), ContractMath.of(instrument.contract()));
        }
    }

    /** Closes a position that was settled without an order. */
    public void settle(Transaction.PositionSettled settled, String reason) {
        Lots lots = lots(settled.instrument(), settled.positionSide());
        BigDecimal whole = settled.signedQuantity().abs();
        while (!lots.queue.isEmpty()) {
            Lot lot = lots.queue.removeFirst();
            BigDecimal fee = share(settled.fee().amount(), lot.quantity, whole);
            closed.add(lot.close(
                    lots.math,
                    settled.instrument(),
                    settled.price(),
                    fee,
                    BigDecimal.ZERO,
                    settled.time(),
                    reason,
                    false));
        }
    }

    private ContractMath math(InstrumentId instrument) {
        return Objects.requireNonNull(maths.get(instrument), () -> instrument + " is not of this account");
    }

    /** Books a fill whose order was sent for {@code reason}. */
    public void apply(Fill fill, String reason) {
        Lots lots = lots(fill.instrument(), fill.positionSide());
        Deque<Lot> queue = lots.queue;
        BigDecimal left = fill.quantity().value();
        while (left.signum() > 0 && !queue.isEmpty() && queue.getFirst().side != fill.side()) {
            left = left.subtract(closeFirst(lots, fill, left, reason));
        }
        if (left.signum() > 0) {
            queue.addLast(new Lot(fill, left, reason));
        }
    }

    private Lots lots(InstrumentId instrument, Optional<PositionSide> side) {
        return side.isEmpty()
                ? lots(instrument)
                : legs.computeIfAbsent(
                        new Leg(instrument, side.get()), leg -> new Lots(math(instrument), new ArrayDeque<>()));
    }

    /** Most runs have one instrument; another but equal id only costs a look-up. */
    @SuppressWarnings("ReferenceEquality")
    private Lots lots(InstrumentId instrument) {
        Lots lots = lastLots;
        if (lots == null || instrument != lastInstrument) {
            lots = open.computeIfAbsent(instrument, id -> new Lots(math(id), new ArrayDeque<>()));
            lastLots = lots;
            lastInstrument = instrument;
        }
        return lots;
    }

    private BigDecimal closeFirst(Lots lots, Fill fill, BigDecimal wanted, String reason) {
        Lot lot = lots.queue.removeFirst();
        BigDecimal quantity = wanted.min(lot.quantity);
        BigDecimal exitFee =
                share(fill.fee().amount(), quantity, fill.quantity().value());
        BigDecimal exitSlippage =
                share(fill.slippage(), quantity, fill.quantity().value());
        Lot part = lot.part(quantity);
        closed.add(part.close(
                lots.math, fill.instrument(), fill.price().value(), exitFee, exitSlippage, fill.time(), reason, false));
        if (quantity.compareTo(lot.quantity) < 0) {
            lots.queue.addFirst(lot.without(part));
        }
        return quantity;
    }

    /** Those that have been closed, in the order of their exits: a view that grows. */
    public List<RoundTrip> closed() {
        return Collections.unmodifiableList(closed);
    }

    /**
     * All round trips in the order of their exits. What is still open is added at the end, valued at the last price and without an
     * exit fee.
     */
    public List<RoundTrip> finish(Instant time, ToDoubleFunction<InstrumentId> lastPrice) {
        List<RoundTrip> all = new ArrayList<>(closed);
        open.forEach((instrument, lots) -> addOpen(instrument, lots, time, lastPrice, all));
        legs.forEach((leg, lots) -> addOpen(leg.instrument, lots, time, lastPrice, all));
        return all;
    }

    private static void addOpen(
            InstrumentId instrument,
            Lots lots,
            Instant time,
            ToDoubleFunction<InstrumentId> lastPrice,
            List<RoundTrip> all) {
        for (Lot lot : lots.queue) {
            BigDecimal price = Decimals.of(lastPrice.applyAsDouble(instrument));
            all.add(lot.close(
                    lots.math, instrument, price, BigDecimal.ZERO, BigDecimal.ZERO, time, "end of data", true));
        }
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.signum() == 0 || part.compareTo(whole) == 0
                ? amount
                : amount.multiply(part).divide(whole, PRECISION);
    }

    /** The long or the short position of an instrument that has both. */
    private record Leg(InstrumentId instrument, PositionSide side) {}

    /** What is open of an instrument, in the order of its entries. */
    private record Lots(ContractMath math, Deque<Lot> queue) {}

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
            return wanted.scale() == quantity.scale() && wanted.compareTo(quantity) == 0
                    ? this
                    : new Lot(
                            side,
                            wanted,
                            price,
                            share(fee, wanted, quantity),
                            share(slippage, wanted, quantity),
                            time,
                            reason);
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
                ContractMath math,
                InstrumentId instrument,
                BigDecimal exitPrice,
                BigDecimal exitFee,
                BigDecimal exitSlippage,
                Instant exitTime,
                String exitReason,
                boolean openAtEnd) {
            BigDecimal fees = fee.add(exitFee);
            BigDecimal profit = math.profit(side == Side.BUY ? quantity : quantity.negate(), price, exitPrice);
            return new RoundTrip(
                    instrument,
                    side == Side.BUY ? PositionSide.LONG : PositionSide.SHORT,
                    time,
                    exitTime,
                    price,
                    exitPrice,
                    quantity,
                    fees,
                    profit.subtract(fees),
                    slippage.add(exitSlippage),
                    reason,
                    exitReason,
                    openAtEnd);
        }
    }
}
