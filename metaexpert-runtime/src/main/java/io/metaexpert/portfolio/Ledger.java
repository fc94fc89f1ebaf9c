package io.metaexpert.portfolio;

import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The books of one account in one currency, in which all its instruments are settled; exact to the last decimal.
 *
 * <p>Every fill changes cash by the {@linkplain io.metaexpert.portfolio.contract.ContractMath value} of what was sold less that of what
 * was bought, for futures too, rounded once, towards minus infinity, at 12 decimals, of which an exchange's increments leave no more than
 * 10. So at any time and for any prices {@code equity = cash + Σ value(signed quantity, price)}. What a futures exchange shows as
 * the wallet balance is cash plus the cost of the open positions. Not thread-safe.
 */
public final class Ledger {
    /** Decimals of cash; exchanges book 8. */
    static final int SCALE = 12;

    private final String currency;
    private final Map<InstrumentId, Contract> contracts = new HashMap<>();
    private final Map<InstrumentId, Holding> holdings = new LinkedHashMap<>();
    /** Of hedge mode. */
    private final Map<Leg, Holding> legs = new LinkedHashMap<>();

    private BigDecimal cash;
    private @Nullable InstrumentId lastInstrument;
    private @Nullable Holding lastHolding;

    /** The long or the short position of an instrument that has both. */
    private record Leg(InstrumentId instrument, PositionSide side) {}

    /** Books that know the contracts of these instruments. */
    public Ledger(String currency, BigDecimal start, List<Instrument> instruments) {
        this.currency = currency;
        this.cash = start;
        for (Instrument instrument : instruments) {
            contracts.put(instrument.id(), instrument.contract());
        }
    }

    /**
     * Books a fill.
     *
     * @throws NullPointerException when its instrument is not of this account
     */
    public void apply(Fill fill) {
        BigDecimal quantity = fill.quantity().value();
        boolean buy = fill.side().sign() > 0;
        Holding holding = holding(fill.instrument(), fill.positionSide());
        BigDecimal flow = holding.apply(
                buy ? quantity : quantity.negate(),
                fill.price().value(),
                buy ? fill.notional().negate() : fill.notional());
        BigDecimal fee = fill.fee().amount();
        holding.charge(fee);
        cash = cash.add(flow).subtract(fee);
    }

    /**
     * Closes a position without an order, at {@code price}, which may be zero for an option that expires without value.
     *
     * @param side of the position in hedge mode; else empty
     */
    public void settle(InstrumentId instrument, Optional<PositionSide> side, BigDecimal price, BigDecimal fee) {
        Holding holding = holding(instrument, side);
        BigDecimal closing = holding.quantity().negate();
        BigDecimal flow = holding.apply(closing, price, closing.negate().multiply(price));
        holding.charge(fee);
        cash = cash.add(flow).subtract(fee);
    }

    /** Rounding never makes the account richer, and keeps decimals from growing with every fill. */
    static BigDecimal booked(BigDecimal amount) {
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

    /** What is held of an instrument; positive long, negative short. In hedge mode the long less the short one. */
    public BigDecimal signedQuantity(InstrumentId instrument) {
        if (!legs.isEmpty()) {
            return signedQuantity(instrument, Optional.of(PositionSide.LONG))
                    .add(signedQuantity(instrument, Optional.of(PositionSide.SHORT)));
        }
        Holding holding = find(instrument);
        return holding == null ? BigDecimal.ZERO : holding.quantity();
    }

    /** What is held of one side in hedge mode; with an empty side the same as {@link #signedQuantity(InstrumentId)}. */
    public BigDecimal signedQuantity(InstrumentId instrument, Optional<PositionSide> side) {
        if (side.isEmpty()) {
            return signedQuantity(instrument);
        }
        Holding holding = legs.get(new Leg(instrument, side.get()));
        return holding == null ? BigDecimal.ZERO : holding.quantity();
    }

    /**
     * The position in an instrument of this account; flat before the first fill. In hedge mode the long one, or the short one while there is no
     * long one.
     *
     * @throws NullPointerException when the instrument is not of this account
     */
    public Position position(InstrumentId instrument) {
        if (!legs.isEmpty()) {
            Position held = position(instrument, Optional.of(PositionSide.LONG));
            return held.isFlat() ? position(instrument, Optional.of(PositionSide.SHORT)) : held;
        }
        Holding holding = find(instrument);
        return holding == null ? Position.flat(instrument, contract(instrument)) : holding.view(instrument);
    }

    /** The position of one side in hedge mode; with an empty side the same as {@link #position(InstrumentId)}. */
    public Position position(InstrumentId instrument, Optional<PositionSide> side) {
        if (side.isEmpty()) {
            return position(instrument);
        }
        Holding holding = legs.get(new Leg(instrument, side.get()));
        return holding == null ? Position.flat(instrument, contract(instrument)) : holding.view(instrument);
    }

    /** Positions that are not flat, in the order of their first fills. */
    public List<Position> positions() {
        List<Position> open = new ArrayList<>();
        holdings.forEach((instrument, holding) -> {
            if (holding.quantity().signum() != 0) {
                open.add(holding.view(instrument));
            }
        });
        legs.forEach((leg, holding) -> {
            if (holding.quantity().signum() != 0) {
                open.add(holding.view(leg.instrument));
            }
        });
        return open;
    }

    /** Cash plus what the open positions cost: the wallet balance of a futures account. */
    public BigDecimal walletBalance() {
        BigDecimal sum = cash;
        for (Holding holding : holdings.values()) {
            sum = sum.add(holding.cost());
        }
        for (Holding holding : legs.values()) {
            sum = sum.add(holding.cost());
        }
        return sum;
    }

    /** Realized profit of all instruments after fees; amounts that were {@linkplain #credit credited} are apart. */
    public BigDecimal realizedProfit() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : holdings.values()) {
            sum = sum.add(holding.realized());
        }
        for (Holding holding : legs.values()) {
            sum = sum.add(holding.realized());
        }
        return sum;
    }

    private Contract contract(InstrumentId instrument) {
        return Objects.requireNonNull(contracts.get(instrument), () -> instrument + " is not of this account");
    }

    private Holding holding(InstrumentId instrument, Optional<PositionSide> side) {
        return side.isEmpty()
                ? holding(instrument)
                : legs.computeIfAbsent(new Leg(instrument, side.get()), leg -> new Holding(contract(instrument)));
    }

    private Holding holding(InstrumentId instrument) {
        Holding known = find(instrument);
        return known != null ? known : holdings.computeIfAbsent(instrument, id -> new Holding(contract(id)));
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
}
