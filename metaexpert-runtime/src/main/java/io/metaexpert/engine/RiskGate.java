package io.metaexpert.engine;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.risk.OrderRate;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.RiskText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks of every order whether the limits let it pass. Exits always pass; what opens a position is refused by the first limit that is against it,
 * or made so small that it fits. Engine thread only.
 */
final class RiskGate {
    private static final Logger log = LoggerFactory.getLogger(RiskGate.class);
    private static final int QUOTE_DIGITS = 8;

    private static final Refusal NO_PRICE = new Refusal(
            DenialReason.NO_PRICE, DenialReason.NO_PRICE.text(), new LimitHit("no price", "a price", "risk"));

    private final EntryRules rules;
    private final EntryCaps caps;
    private final RiskGuard guard;
    private final SizeEstimate sizes;
    private final List<Market> markets;
    private final OrderManager orders;
    private final StopDistances stops;
    private final Books books;
    private final InstantSource clock;
    private final @Nullable OrderRate rate;
    /** 0 when there is none. */
    private final double collar;

    RiskGate(
            RiskLimits limits,
            EntryRules rules,
            EntryCaps caps,
            RiskGuard guard,
            SizeEstimate sizes,
            List<Market> markets,
            OrderManager orders,
            StopDistances stops,
            Books books,
            InstantSource clock) {
        this.rules = rules;
        this.caps = caps;
        this.guard = guard;
        this.sizes = sizes;
        this.markets = markets;
        this.orders = orders;
        this.stops = stops;
        this.books = books;
        this.clock = clock;
        this.collar = limits.collar().map(BigDecimal::doubleValue).orElse(0.0);
        this.rate = limits.maxOrdersPerMinute().map(OrderRate::new).orElse(null);
    }

    /** What becomes of an order that the strategy wants to send. */
    Admission admit(OrderTicket ticket, OrderSize size) {
        Refusal tooMany = tooMany();
        if (ticket.reduceOnly) {
            return Admission.exit(size);
        }
        // Without a stop a size by risk stays one, for which the desk denies the order.
        if (size instanceof OrderSize.RiskShare || isSpotSale(ticket)) {
            return Admission.passed(size);
        }
        EntryWish wish = wish(ticket.instrument, ticket.side, ticket.positionSide, ticket.type, ticket.stopLoss);
        if (Double.isNaN(wish.price())) {
            return Admission.refused(size, NO_PRICE);
        }
        double quantity = quantity(wish, size);
        boolean opposite = wish.held().signum() == -wish.sign();
        BigDecimal leaving = opposite ? leaving(wish) : BigDecimal.ZERO;
        BigDecimal closing = opposite ? closing(wish, quantity, leaving) : BigDecimal.ZERO;
        if (closing.signum() > 0
                && closing.compareTo(wish.instrument().quantity(quantity).value()) >= 0) {
            return Admission.exit(size);
        }
        Refusal refusal = tooMany != null ? tooMany : rules.check(wish);
        if (refusal != null) {
            return refused(wish, size, closing, refusal);
        }
        return fitted(wish, size, quantity, closing, closing.add(leaving));
    }

    /** The part that closes passes whatever the limits say of the part that opens. */
    private static Admission refused(EntryWish wish, OrderSize size, BigDecimal closing, Refusal refusal) {
        if (closing.signum() == 0) {
            return Admission.refused(size, refusal);
        }
        log.debug(
                "{} order closes {} and opens nothing: {}",
                wish.instrument().id().symbol(),
                closing,
                refusal.detail());
        return Admission.exit(new OrderSize.Base(new Quantity(closing)));
    }

    /** Spot sells what it holds and no more, whatever the order says. */
    private static boolean isSpotSale(OrderTicket ticket) {
        return isSpotSale(ticket.instrument, ticket.side);
    }

    private static boolean isSpotSale(Instrument instrument, Side side) {
        return instrument.contractType() == ContractType.SPOT && side == Side.SELL;
    }

    /** Counts an order that an earlier process has sent, where it may open something. */
    void adopt(TrackedOrder order) {
        OrderRequest request = order.request();
        Instrument instrument = markets.get(caps.index(request.instrument())).instrument;
        if (!order.protects && !request.reduceOnly() && !isSpotSale(instrument, request.side())) {
            orders.noteEntry(order);
        }
    }

    private EntryWish wish(
            Instrument instrument,
            Side side,
            Optional<PositionSide> positionSide,
            OrderType type,
            Optional<Price> stopLoss) {
        int index = caps.index(instrument.id());
        Market market = markets.get(index);
        double price = EntryWish.price(type, market);
        double stop = Double.isNaN(price)
                ? 0
                : stops.of(market, side, price, stopLoss).orElse(0.0);
        BigDecimal held = books.ledger().signedQuantity(instrument.id(), positionSide);
        return new EntryWish(side, positionSide, market, index, held, price, stop);
    }

    /**
     * What may become of an entry that waits when the strategy wants it to be otherwise; null when it has to be taken back. One that is no entry
     * may change as it likes.
     */
    @Nullable
    OrderSize change(TrackedOrder order, OrderType type, OrderSize wanted) {
        if (!orders.takeEntry(order)) {
            return wanted;
        }
        try {
            OrderRequest request = order.request();
            Instrument instrument = markets.get(caps.index(request.instrument())).instrument;
            EntryWish wish = wish(instrument, request.side(), request.positionSide(), type, Optional.empty());
            Refusal refusal = rules.check(wish);
            EntryCaps.Cap cap = caps.cap(wish, BigDecimal.ZERO);
            boolean fits =
                    cap == null || quantity(wish, wanted) - order.filled().doubleValue() <= cap.quantity();
            if (refusal == null && fits) {
                return wanted;
            }
            BigDecimal most = cap == null
                    ? BigDecimal.ZERO
                    : instrument.quantity(cap.quantity()).value().add(order.filled());
            String why = refusal != null || cap == null
                    ? Objects.requireNonNull(refusal).detail()
                    : cap.refusal().detail();
            boolean nothing = refusal != null || most.compareTo(order.filled()) <= 0;
            log.info("order {} {}: {}", order.clientOrderId(), nothing ? "taken back" : "cut to " + most, why);
            return nothing ? null : new OrderSize.Base(new Quantity(most));
        } finally {
            orders.noteEntry(order);
        }
    }

    private double quantity(EntryWish wish, OrderSize size) {
        return sizes.quantity(size, wish.market(), wish.index(), wish.side(), wish.price(), wish.stop());
    }

    /** Makes a market order that opens something one that fills at once within the collar, or not. */
    void collar(OrderTicket ticket) {
        Market market = markets.get(caps.index(ticket.instrument.id()));
        boolean applies = collar != 0 && ticket.type instanceof OrderType.Market && !Double.isNaN(market.mark());
        if (applies) {
            ticket.limit(market.mark() * (1 + ticket.side.sign() * collar)).immediateOrCancel();
        }
    }

    /** What of the position the strategy is closing at the market already, so that what it asks for next may turn it. */
    private BigDecimal leaving(EntryWish wish) {
        return orders.leaving(wish.instrument().id(), wish.positionSide())
                .min(wish.held().abs());
    }

    /** How much of an order only makes the position smaller. What waits to do so already is counted off. */
    private BigDecimal closing(EntryWish wish, double quantity, BigDecimal leaving) {
        double left = wish.held().abs().subtract(leaving).doubleValue();
        for (TrackedOrder order : orders.entries()) {
            OrderRequest request = order.request();
            if (request.instrument().equals(wish.instrument().id()) && request.side() == wish.side()) {
                left -= caps.remaining(order, wish.market(), wish.index(), wish.price());
            }
        }
        return wish.instrument().quantity(Math.max(0, Math.min(left, quantity))).value();
    }

    // --- sizes

    /** The size, or as much of it as fits under the largest position and leaves room for the assumed jump. */
    private Admission fitted(EntryWish wish, OrderSize size, double quantity, BigDecimal closing, BigDecimal freed) {
        double opening = quantity - closing.doubleValue();
        EntryCaps.Cap cap = caps.cap(wish, freed);
        boolean turns = closing.signum() > 0;
        if (cap == null || opening <= cap.quantity()) {
            return turns ? Admission.turn(size) : Admission.entry(size);
        }
        BigDecimal allowed = wish.instrument().quantity(cap.quantity()).value();
        double unit = SizeEstimate.quoteCost(wish.market(), wish.price());
        double worth = unit * allowed.doubleValue();
        if (allowed.signum() <= 0 || worth < wish.instrument().minNotional().doubleValue()) {
            return refused(wish, size, closing, cap.refusal());
        }
        guard.events().cutOrder(() -> {
            String currency = wish.instrument().quoteCurrency();
            return "%s order cut from %s to %s: %s"
                    .formatted(
                            wish.instrument().id().symbol(),
                            RiskText.money(unit * opening, currency),
                            RiskText.money(worth, currency),
                            cap.refusal().detail());
        });
        OrderSize fits = sized(wish, size, allowed, closing, worth);
        return turns ? Admission.turn(fits) : Admission.entry(fits);
    }

    /** A size in money stays one, as it is taken at the price of the fill. */
    private static OrderSize sized(
            EntryWish wish, OrderSize size, BigDecimal allowed, BigDecimal closing, double worth) {
        boolean inMoney = size instanceof OrderSize.Quote || size instanceof OrderSize.EquityShare;
        if (inMoney && closing.signum() == 0) {
            return new OrderSize.Quote(new Money(
                    BigDecimal.valueOf(worth).setScale(QUOTE_DIGITS, RoundingMode.DOWN),
                    wish.instrument().quoteCurrency()));
        }
        return new OrderSize.Base(new Quantity(allowed.add(closing)));
    }

    // --- the rate of orders

    private @Nullable Refusal tooMany() {
        if (rate == null || rate.add(clock.millis())) {
            return null;
        }
        String most = rate.most() + " orders a minute";
        Refusal refusal = new Refusal(
                DenialReason.ORDER_RATE,
                "more than " + most + " were sent (risk.max-orders-per-minute)",
                new LimitHit("more", most, "risk.max-orders-per-minute"));
        guard.runaway(refusal);
        return refusal;
    }
}
