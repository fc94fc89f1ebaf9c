package io.metaexpert.engine;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnTick;
import io.metaexpert.bind.ExpertBinder;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.TickBars;
import io.metaexpert.market.TimedValues;
import io.metaexpert.market.Timeframe;
import io.metaexpert.market.book.Tape;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.simulate.SimulationSettings;
import io.metaexpert.simulate.VenueMarket;
import io.metaexpert.spi.StateStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A strategy whose positions are protected, told as a story: what it does at the close of a bar, the next bars, and the orders and fills that
 * come of it. Bars are minutes.
 */
final class ProtectionStory implements RunObserver {
    /** What the strategy does at the next bar; tests run one after another. */
    private static Consumer<ExpertContext> next = ctx -> {};

    /** Does what the story says. */
    @Expert
    static final class Actor {
        @OnBar
        void bar(ExpertContext ctx) {
            Consumer<ExpertContext> action = next;
            next = nothing -> {};
            action.accept(ctx);
        }

        @OnTick
        void tick(ExpertContext ctx) {
            bar(ctx);
        }
    }

    final BarArray bars = new BarArray(Timeframe.M1);
    private final Map<String, BigDecimal> lost = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    final List<Transaction> transactions = new ArrayList<>();
    final List<OrderRequest> protecting = new ArrayList<>();
    private final Instrument instrument;
    final SimulatedVenue venue;
    final MetaProcess process;
    private boolean started;

    private ProtectionStory(Builder of) {
        this.instrument = of.instrument();
        String currency = instrument.settlementCurrency();
        this.venue = new SimulatedVenue(
                new SimulationSettings(
                        Money.of(of.capital, currency),
                        of.leverage,
                        of.slippage,
                        false,
                        of.liquidation,
                        of.hedge,
                        of.fills),
                List.of(new VenueMarket(
                        instrument,
                        MarginTiers.flat(new BigDecimal("0.005")),
                        TimedValues.EMPTY,
                        TimedValues.EMPTY,
                        Optional.empty())));
        EngineSettings settings = new EngineSettings(
                "9",
                of.timeframe,
                0,
                OrderSize.base("1"),
                Money.of(of.capital, currency),
                of.leverage,
                true,
                of.hedge,
                false,
                new Safety(RiskLimits.NONE, of.protection, FilterSettings.NONE, of.store),
                Costs.NONE);
        this.process = new MetaProcess(
                settings,
                ExpertBinder.bind(Actor.class, Map.of()),
                List.of(new MarketFeed(
                        instrument,
                        of.tape.isPresent() ? TickBars.of(of.tape.get().ticks(), Timeframe.M1) : bars,
                        0,
                        of.tape.map(t -> new TapeFeed(t, 0, of.fills.model() == FillModel.BOOK)),
                        MarginTiers.flat(new BigDecimal("0.005")))),
                venue,
                venue,
                List.of(),
                16);
        process.observe(this);
    }

    static Builder with(ProtectionSettings protection) {
        return new Builder(protection);
    }

    /** The conditions of a story: a linear perpetual, increments of 0.1 and 0.001, no fees, no slippage, plenty of money. */
    static final class Builder {
        private final ProtectionSettings protection;
        private ContractType contract = ContractType.LINEAR;
        private String priceIncrement = "0.1";
        private String fee = "0";
        private boolean hedge;
        private boolean liquidation = true;
        private BigDecimal leverage = BigDecimal.ONE;
        private BigDecimal slippage = BigDecimal.ZERO;
        private String capital = "1000000";
        private FillSettings fills = FillSettings.USUAL;
        private StateStore store = StateStore.none();
        private Timeframe timeframe = Timeframe.M1;
        private Optional<Tape> tape = Optional.empty();

        private Builder(ProtectionSettings protection) {
            this.protection = protection;
        }

        Builder spot() {
            contract = ContractType.SPOT;
            return this;
        }

        /** Contracts of 100 USD. */
        Builder inverse() {
            contract = ContractType.INVERSE;
            return this;
        }

        Builder hedge() {
            hedge = true;
            return this;
        }

        Builder fee(String rate) {
            fee = rate;
            return this;
        }

        Builder noLiquidation() {
            liquidation = false;
            return this;
        }

        Builder leverage(String times) {
            leverage = new BigDecimal(times);
            return this;
        }

        Builder capital(String amount) {
            capital = amount;
            return this;
        }

        Builder slippage(String share) {
            slippage = new BigDecimal(share);
            return this;
        }

        Builder priceIncrement(String increment) {
            priceIncrement = increment;
            return this;
        }

        Builder fills(FillSettings settings) {
            fills = settings;
            return this;
        }

        Builder store(StateStore keeps) {
            store = keeps;
            return this;
        }

        Builder timeframe(Timeframe of) {
            timeframe = of;
            return this;
        }

        Builder tape(Tape recorded) {
            tape = Optional.of(recorded);
            return this;
        }

        private Instrument instrument() {
            Contract of =
                    Contract.of(contract, contract == ContractType.INVERSE ? new BigDecimal("100") : BigDecimal.ONE);
            return new Instrument(
                    new InstrumentId("test", "BTC/USD"),
                    of,
                    "BTC",
                    "USD",
                    new BigDecimal(priceIncrement),
                    new BigDecimal(contract == ContractType.INVERSE ? "1" : "0.001"),
                    BigDecimal.ZERO,
                    new BigDecimal(fee),
                    new BigDecimal(fee));
        }

        ProtectionStory begin() {
            next = ctx -> {};
            return new ProtectionStory(this);
        }
    }

    // --- the course of the story

    /** What the strategy does at the close of the last bar. The first bar is made when there is none. */
    ProtectionStory then(Consumer<ExpertContext> action) {
        next = action;
        return this;
    }

    /** A bar that stays at a price, at whose close the strategy does what was said before. */
    ProtectionStory flat(double price) {
        return bar(price, price, price, price);
    }

    ProtectionStory bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 1_000_000);
    }

    ProtectionStory bar(double open, double high, double low, double close, double volume) {
        bars.add(bars.size() * 60_000L, open, high, low, close, volume);
        run();
        return this;
    }

    /** Handles all there is. */
    ProtectionStory run() {
        if (!started) {
            started = true;
            process.start(true);
        }
        while (process.step()) {
            failOnError();
        }
        failOnError();
        return this;
    }

    private void failOnError() {
        process.failure().ifPresent(failure -> {
            throw new AssertionError(failure.getMessage(), failure.getCause());
        });
    }

    /** Handles everything recorded; the strategy acts at the first tick. */
    static ProtectionStory overTicks(Builder builder, Consumer<ExpertContext> action) {
        return builder.begin().then(action).run();
    }

    // --- what came of it

    @Override
    public void calls(String handler, Object event, ExpertContext context) {}

    @Override
    public void failed(String handler, Throwable problem) {}

    @Override
    public void decided(Decision decision) {}

    @Override
    public void protects(OrderRequest request) {
        protecting.add(request);
    }

    @Override
    public void happened(Transaction transaction) {
        transactions.add(transaction);
        if (transaction instanceof Transaction.OrderFilled filled) {
            lose(filled.fill());
        }
        lines.add(
                switch (transaction) {
                    case Transaction.OrderAccepted it -> it.clientOrderId() + " " + describe(it.clientOrderId());
                    case Transaction.OrderFilled(var time, var fill, var complete) ->
                        fill.clientOrderId() + (complete ? " filled " : " partly ") + fill.quantity() + " at "
                                + fill.price();
                    case Transaction.OrderModified it ->
                        it.clientOrderId() + " now " + price(it.type()) + " x "
                                + ((OrderSize.Base) it.size()).quantity();
                    case Transaction.OrderRejected it -> it.clientOrderId() + " rejected " + it.reason();
                    case Transaction.OrderDenied it -> it.clientOrderId() + " denied " + it.reason();
                    case Transaction.OrderCanceled it -> it.clientOrderId() + " canceled";
                    case Transaction.OrderExpired it -> it.clientOrderId() + " expired";
                    case Transaction.PositionLiquidated it ->
                        "liquidated at " + it.fill().price();
                    case Transaction.AccountTransaction it -> it.getClass().getSimpleName();
                });
    }

    private String describe(String id) {
        return protecting.stream()
                .filter(request -> request.clientOrderId().equals(id))
                .map(request -> request.side() + " " + price(request.type()) + " x "
                        + ((OrderSize.Base) request.size()).quantity())
                .findFirst()
                .orElse("accepted");
    }

    private static String price(OrderType type) {
        return type instanceof OrderType.StopMarket(Price trigger)
                ? "stop " + trigger
                : type instanceof OrderType.Limit(Price limit) ? "limit " + limit : type.label();
    }

    /** What orders did since this was asked last. */
    List<String> lines() {
        List<String> all = List.copyOf(lines);
        lines.clear();
        return all;
    }

    /** The fills of orders that protect, as {@code price reason}. */
    List<String> exits() {
        return process.fills().stream()
                .filter(fill -> isProtecting(fill.clientOrderId()))
                .map(fill -> fill.price() + " " + reason(fill.clientOrderId()))
                .toList();
    }

    private String reason(String id) {
        return process.orders().stream()
                .filter(order -> order.clientOrderId().equals(id))
                .map(order -> order.request().reason())
                .collect(Collectors.joining());
    }

    private boolean isProtecting(String id) {
        return protecting.stream().anyMatch(request -> request.clientOrderId().equals(id));
    }

    /** The open orders that protect a position. */
    List<Order> guards() {
        return process.orders().stream()
                .filter(order -> order.isOpen() && isProtecting(order.clientOrderId()))
                .toList();
    }

    /** The open stops, as {@code SELL 98 x 1}. */
    List<String> stops() {
        return guards().stream()
                .filter(order -> order.request().type() instanceof OrderType.StopMarket)
                .map(order -> order.request().side() + " "
                        + ((OrderType.StopMarket) order.request().type()).trigger() + " x " + left(order))
                .toList();
    }

    /** The open targets, likewise. */
    List<String> targets() {
        return guards().stream()
                .filter(order -> order.request().type() instanceof OrderType.Limit)
                .map(order -> order.request().side() + " "
                        + ((OrderType.Limit) order.request().type()).price() + " x " + left(order))
                .toList();
    }

    private String left(Order order) {
        return leftOf(order).stripTrailingZeros().toPlainString();
    }

    /** What is left of an order: it loses what the one that it is paired with fills. */
    BigDecimal leftOf(Order order) {
        BigDecimal all = order.quantity().orElseThrow().value();
        return all.subtract(order.filledQuantity().value())
                .subtract(lost.getOrDefault(order.clientOrderId(), BigDecimal.ZERO));
    }

    private void lose(Fill fill) {
        String id = fill.clientOrderId();
        for (OrderRequest request : protecting) {
            boolean paired = request.pairedWith().equals(Optional.of(id))
                    || protecting.stream()
                            .anyMatch(other -> other.clientOrderId().equals(id)
                                    && other.pairedWith().equals(Optional.of(request.clientOrderId())));
            if (paired) {
                lost.merge(request.clientOrderId(), fill.quantity().value(), BigDecimal::add);
            }
        }
    }

    Position position() {
        return process.ledger().position(instrument.id(), Optional.empty());
    }

    Position position(PositionSide side) {
        return process.ledger().position(instrument.id(), Optional.of(side));
    }

    Instrument instrument() {
        return instrument;
    }

    BigDecimal cash() {
        return process.ledger().cash();
    }

    List<Fill> fills() {
        return process.fills();
    }

    long refused() {
        return process.orders().stream()
                .filter(order -> order.status() == OrderStatus.REJECTED || order.status() == OrderStatus.DENIED)
                .count();
    }
}
