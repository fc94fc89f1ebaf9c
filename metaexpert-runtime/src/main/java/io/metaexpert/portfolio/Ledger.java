package io.metaexpert.portfolio;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books of one account in one currency, for spot and linear instruments, exact to the last decimal.
 *
 * <p>Cash falls by price times quantity on every purchase and rises by it on every sale, for futures too, rounded once, towards minus
 * infinity, at 12 decimals, of which an exchange's increments leave no more than 10; so at any time and for any
 * price {@code equity = cash + Σ signed quantity × price}. What a futures exchange shows as the wallet balance is cash plus the
 * cost of the open positions. Not thread-safe.
 */
public final class Ledger {
    /** Decimals of cash; exchanges book 8. */
    private static final int SCALE = 12;

    private final String currency;
    private final Map<InstrumentId, Holding> holdings = new LinkedHashMap<>();
    private BigDecimal cash;
    private @Nullable InstrumentId lastInstrument;
    private @Nullable Holding lastHolding;

    public Ledger(String currency, BigDecimal start) {
        this.currency = currency;
        this.cash = start;
    }

    /** Books a fill. */
    public void apply(Fill fill) {
        BigDecimal fee = fill.fee().amount();
        boolean buy = fill.side().sign() > 0;
        BigDecimal flow = booked(buy ? fill.notional().negate() : fill.notional());
        cash = cash.add(flow).subtract(fee);
        Holding holding = holding(fill.instrument());
        holding.realized = holding.realized.subtract(fee);
        BigDecimal quantity = fill.quantity().value();
        if (holding.quantity.signum() == 0) {
            holding.open(fill.price().value(), buy ? quantity : quantity.negate(), flow.negate());
        } else {
            holding.apply(buy ? quantity : quantity.negate(), fill.price().value(), flow);
        }
    }

    /** Rounding never makes the account richer, and keeps decimals from growing with every fill. */
    private static BigDecimal booked(BigDecimal amount) {
        return amount.scale() <= SCALE ? amount : amount.setScale(SCALE, RoundingMode.FLOOR);
    }

    /**
     * Books an amount that is not of a fill: funding (negative when paid), what an insurance fund paid.
     *
     * @throws IllegalArgumentException when it is in another currency
     */
    public void credit(Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("the books are in " + currency + ", not in " + amount.currency());
        }
        cash = cash.add(amount.amount());
    }

    public String currency() {
        return currency;
    }

    /** See the class comment. */
    public BigDecimal cash() {
        return cash;
    }

    /** What is held of an instrument; positive long, negative short. */
    public BigDecimal signedQuantity(InstrumentId instrument) {
        Holding holding = find(instrument);
        return holding == null ? BigDecimal.ZERO : holding.quantity;
    }

    public Position position(InstrumentId instrument) {
        Holding holding = find(instrument);
        return holding == null
                ? new Position(instrument, PositionSide.FLAT, Quantity.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)
                : holding.view(instrument);
    }

    /** Positions that are not flat, in the order of their first fills. */
    public List<Position> positions() {
        List<Position> open = new ArrayList<>();
        holdings.forEach((instrument, holding) -> {
            if (holding.quantity.signum() != 0) {
                open.add(holding.view(instrument));
            }
        });
        return open;
    }

    /** Cash plus what the open positions cost: the wallet balance of a futures account. */
    public BigDecimal walletBalance() {
        BigDecimal sum = cash;
        for (Holding holding : holdings.values()) {
            sum = sum.add(holding.cost);
        }
        return sum;
    }

    private Holding holding(InstrumentId instrument) {
        Holding known = find(instrument);
        return known != null ? known : holdings.computeIfAbsent(instrument, id -> new Holding());
    }

    /** Most runs have one instrument, and ask for it many times per order; another but equal id only costs a look-up. */
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Holding find(InstrumentId instrument) {
        if (instrument != lastInstrument) {
            lastHolding = holdings.get(instrument);
            lastInstrument = lastHolding == null ? null : instrument;
        }
        return lastHolding;
    }

    /** One instrument: signed quantity, what it cost at average prices, and what was realized after fees. */
    private static final class Holding {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal realized = BigDecimal.ZERO;
        /** Price of the only entry; null once there were several, whose average is a quotient. */
        private @Nullable BigDecimal onlyEntry;

        /** From flat. */
        void open(BigDecimal price, BigDecimal signed, BigDecimal paid) {
            onlyEntry = price;
            quantity = signed;
            cost = paid;
        }

        void apply(BigDecimal signed, BigDecimal price, BigDecimal flow) {
            BigDecimal closing = closingPart(signed);
            BigDecimal openingFlow = flow;
            if (closing.signum() != 0) {
                boolean all = closing.negate().compareTo(quantity) == 0;
                BigDecimal closingFlow = closing.compareTo(signed) == 0
                        ? flow
                        : booked(closing.negate().multiply(price));
                BigDecimal freed =
                        all ? cost : cost.multiply(closing.abs()).divide(quantity.abs(), SCALE, RoundingMode.HALF_EVEN);
                realized = realized.add(closingFlow).subtract(freed);
                cost = cost.subtract(freed);
                quantity = quantity.add(closing);
                openingFlow = flow.subtract(closingFlow);
            }
            BigDecimal opening = signed.subtract(closing);
            if (opening.signum() == 0) {
                return;
            }
            onlyEntry = quantity.signum() == 0 ? price : null;
            cost = cost.subtract(openingFlow);
            quantity = quantity.add(opening);
        }

        /** The part of {@code signed} that makes the position smaller. */
        private BigDecimal closingPart(BigDecimal signed) {
            if (quantity.signum() * signed.signum() >= 0) {
                return BigDecimal.ZERO;
            }
            return signed.abs().compareTo(quantity.abs()) <= 0 ? signed : quantity.negate();
        }

        private BigDecimal average() {
            return onlyEntry != null
                    ? onlyEntry
                    : cost.divide(quantity, MathContext.DECIMAL128).stripTrailingZeros();
        }

        Position view(InstrumentId instrument) {
            if (quantity.signum() == 0) {
                return new Position(instrument, PositionSide.FLAT, Quantity.ZERO, BigDecimal.ZERO, realized);
            }
            return new Position(
                    instrument,
                    quantity.signum() > 0 ? PositionSide.LONG : PositionSide.SHORT,
                    new Quantity(quantity.abs()),
                    average(),
                    realized);
        }
    }
}
