package io.metaexpert.stress.run;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds every entry that reaches the venue against the caps, by what the strategy had been shown when it was sent. */
final class CapCheck {
    private static final long MINUTE_MS = 60_000;

    private final RiskLimits limits;
    private final FilterSettings filters;
    private final List<Instrument> instruments;
    private final Judge judge;
    private final double[] bid;
    private final double[] ask;
    private final long[] quotedMs;
    private final List<Optional<PositionSide>> sides;
    private final Deque<Long> entries = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();

    /** @param hedge whether an instrument has two positions */
    CapCheck(RiskLimits limits, FilterSettings filters, List<Instrument> instruments, Judge judge, boolean hedge) {
        this.sides = hedge
                ? List.of(Optional.of(PositionSide.LONG), Optional.of(PositionSide.SHORT))
                : List.of(Optional.empty());
        this.limits = limits;
        this.filters = filters;
        this.instruments = instruments;
        this.judge = judge;
        this.bid = new double[instruments.size()];
        this.ask = new double[instruments.size()];
        this.quotedMs = new long[instruments.size()];
    }

    void shown(int market, double newBid, double newAsk, long timeMs) {
        bid[market] = newBid;
        ask[market] = newAsk;
        quotedMs[market] = timeMs;
    }

    List<String> violations() {
        return violations;
    }

    /** An order has reached the venue; {@code waiting} are those before it that have not ended. */
    void submitted(OrderRequest request, Map<String, OrderRequest> waiting) {
        if (!isEntry(request)) {
            return;
        }
        long now = request.time().toEpochMilli();
        int market = index(request.instrument());
        conditions(request, market, now);
        rate(request, now);
        positions(request, market, waiting);
    }

    private boolean isEntry(OrderRequest request) {
        // Spot sells what it holds and no more.
        boolean spotSale = request.side() == Side.SELL
                && instruments.get(index(request.instrument())).contractType() == ContractType.SPOT;
        if (request.reduceOnly() || spotSale) {
            return false;
        }
        double held = judge.held(request.instrument());
        boolean against = held * request.side().sign() < 0;
        if (!against || request.positionSide().isPresent()) {
            return true;
        }
        return request.size() instanceof OrderSize.Base(var quantity) && quantity.toDouble() > Math.abs(held);
    }

    private void conditions(OrderRequest request, int market, long now) {
        double spread = (ask[market] - bid[market]) / ((ask[market] + bid[market]) / 2);
        if (limits.maxSpread().isPresent() && spread > limits.maxSpread().get().doubleValue() + 1e-12) {
            add(request, "spread of %.3f %%".formatted(spread * 100));
        }
        long age = now - quotedMs[market];
        if (limits.maxQuoteAge().isPresent() && age > limits.maxQuoteAge().get().toMillis()) {
            add(request, "quote of " + age + " ms");
        }
        var time = request.time().atZone(ZoneOffset.UTC);
        if (!filters.hours().contains(time.getHour())) {
            add(request, "hour " + time.getHour());
        }
        if (!filters.days().contains(time.getDayOfWeek())) {
            add(request, "day " + time.getDayOfWeek());
        }
    }

    private void rate(OrderRequest request, long now) {
        if (limits.maxOrdersPerMinute().isEmpty()) {
            return;
        }
        while (!entries.isEmpty() && entries.peek() <= now - MINUTE_MS) {
            entries.remove();
        }
        entries.add(now);
        if (entries.size() > limits.maxOrdersPerMinute().get()) {
            add(request, entries.size() + " entries in a minute");
        }
    }

    private void positions(OrderRequest request, int market, Map<String, OrderRequest> waiting) {
        Set<String> open = new HashSet<>();
        for (Instrument instrument : instruments) {
            for (Optional<PositionSide> side : sides) {
                if (heldOn(instrument.id(), side) > 0) {
                    open.add(key(instrument.id(), side));
                }
            }
        }
        double pending = 0;
        for (OrderRequest other : waiting.values()) {
            if (!other.clientOrderId().equals(request.clientOrderId()) && isEntry(other)) {
                open.add(key(other));
                pending += key(other).equals(key(request)) ? quantity(other) : 0;
            }
        }
        open.add(key(request));
        limits.maxOpenPositions()
                .filter(most -> open.size() > most)
                .ifPresent(most -> add(request, open.size() + " positions"));
        long ofSymbol = open.stream()
                .filter(position -> position.startsWith(request.instrument() + " "))
                .count();
        limits.maxPositionsPerSymbol()
                .filter(most -> ofSymbol > most)
                .ifPresent(most -> add(request, ofSymbol + " positions in the symbol"));
        size(request, market, pending);
    }

    private void size(OrderRequest request, int market, double pending) {
        if (limits.maxPosition().isEmpty()) {
            return;
        }
        double price = bid[market];
        if (request.type() instanceof OrderType.Limit(var limit)) {
            price = Math.min(price, limit.value().doubleValue());
        }
        double held = judge.held(request.instrument());
        // Where there is one position, an entry against it closes that first.
        double before = request.positionSide().isPresent()
                ? heldOn(request.instrument(), request.positionSide())
                : held * request.side().sign();
        double quantity = pending + quantity(request) + before;
        double unit = ContractMath.of(instruments.get(market).contract()).notional(1.0, price);
        boolean coin = instruments
                .get(market)
                .settlementCurrency()
                .equals(instruments.get(market).baseCurrency());
        double notional = quantity * unit * (coin ? price : 1);
        if (notional > limits.maxPosition().get().toDouble() * (1 + 1e-9)) {
            add(request, "position of %.2f".formatted(notional));
        }
    }

    /** What is held of a position: one of two in hedge mode, else the only one. */
    private double heldOn(InstrumentId instrument, Optional<PositionSide> side) {
        return judge.ledger().signedQuantity(instrument, side).abs().doubleValue();
    }

    /** Which position an order is for. */
    private static String key(OrderRequest request) {
        return key(request.instrument(), request.positionSide());
    }

    private static String key(InstrumentId instrument, Optional<PositionSide> side) {
        return instrument + " " + side.map(PositionSide::name).orElse("");
    }

    private static double quantity(OrderRequest request) {
        return request.size() instanceof OrderSize.Base(var quantity) ? quantity.toDouble() : 0;
    }

    private void add(OrderRequest request, String what) {
        violations.add(request.time() + " " + request.clientOrderId() + ": " + what);
    }

    private int index(InstrumentId id) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown instrument " + id);
    }
}
