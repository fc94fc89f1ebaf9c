package io.metaexpert.testing;

import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.ExpertBinder;
import io.metaexpert.config.SafetyConfig;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.data.GapPolicy;
import io.metaexpert.engine.Costs;
import io.metaexpert.engine.EngineSettings;
import io.metaexpert.engine.MarketFeed;
import io.metaexpert.engine.MetaProcess;
import io.metaexpert.engine.Safety;
import io.metaexpert.engine.TapeFeed;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.TickBars;
import io.metaexpert.market.Timeframe;
import io.metaexpert.market.book.Tape;
import io.metaexpert.order.OrderSize;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.simulate.Assumption;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.simulate.SimulationSettings;
import io.metaexpert.simulate.VenueMarket;
import io.metaexpert.spi.StateStore;
import io.metaexpert.store.SqliteStateStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of a test: spot, 1h bars of BTC/USDT, 10,000 USDT, no fees, no slippage, no increments, all of the equity per order,
 * unless told otherwise. An exception in a handler ends the run.
 */
public final class TesterSetup {
    private final Class<?> expert;
    private final Map<String, String> inputs = new HashMap<>();
    private String symbol = "BTC/USDT";
    private Timeframe timeframe = Timeframe.H1;
    private Money capital = Money.of("10000", "USDT");
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal slippage = BigDecimal.ZERO;
    private OrderSize size = OrderSize.equity("1");
    private ContractType contract = ContractType.SPOT;
    private BigDecimal quantityIncrement = BigDecimal.ZERO;
    private int warmupBars;
    private boolean hedge;
    private BigDecimal leverage = BigDecimal.ONE;
    private FillSettings fills = FillSettings.USUAL;
    private Optional<TapeFeed> tape = Optional.empty();
    private Safety safety = Safety.none();
    private Optional<Path> stateFolder = Optional.empty();
    private final Map<String, String> settings = new HashMap<>();

    TesterSetup(Class<?> expert) {
        this.expert = expert;
    }

    /** Sets an {@code @Input} field; the value is written as in metaexpert.yaml. */
    public TesterSetup input(String name, String value) {
        inputs.put(name, value);
        return this;
    }

    /** Such as {@code BTC/USDT}. */
    public TesterSetup symbol(String baseAndQuote) {
        symbol = baseAndQuote;
        capital = new Money(capital.amount(), baseAndQuote.substring(baseAndQuote.indexOf('/') + 1));
        return this;
    }

    /** Such as {@code 15m}. */
    public TesterSetup timeframe(String text) {
        timeframe =
                Timeframe.parse(text).orElseThrow(() -> new IllegalArgumentException("no timeframe \"" + text + "\""));
        return this;
    }

    /** Such as {@code 10000 USDT}. */
    public TesterSetup capital(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("capital needs a currency, as in \"10000 USDT\", was \"" + text + "\"");
        }
        capital = Money.of(text.substring(0, space), text.substring(space + 1).strip());
        return this;
    }

    /** Maker and taker fee, such as {@code 0.1%}. */
    public TesterSetup fees(String percentage) {
        fee = fraction(percentage);
        return this;
    }

    /** Slippage of market and stop orders, such as {@code 0.1%}. */
    public TesterSetup slippage(String percentage) {
        slippage = fraction(percentage);
        return this;
    }

    /** What {@code ctx.size()} answers. */
    public TesterSetup size(OrderSize orderSize) {
        size = orderSize;
        return this;
    }

    /** A linear perpetual, which can be sold short, instead of spot. */
    public TesterSetup futures() {
        contract = ContractType.LINEAR;
        return this;
    }

    /** A linear perpetual with a long and a short position side by side. */
    public TesterSetup hedge() {
        hedge = true;
        return futures();
    }

    /** Leverage of futures, such as {@code 5x}. */
    public TesterSetup leverage(String text) {
        if (!text.endsWith("x")) {
            throw new IllegalArgumentException("leverage ends with x, as in \"5x\", was \"" + text + "\"");
        }
        leverage = new BigDecimal(text.substring(0, text.length() - 1).strip());
        return this;
    }

    /** The limits that hold for the strategy; none unless told. */
    public TesterSetup limits(RiskLimits limits) {
        safety = new Safety(limits, safety.protection(), safety.filters(), safety.store());
        return this;
    }

    /** The stops and targets that its positions get; none unless told. */
    public TesterSetup protection(ProtectionSettings protection) {
        safety = new Safety(safety.limits(), protection, safety.filters(), safety.store());
        return this;
    }

    /** When entries are allowed; always unless told. */
    public TesterSetup filters(FilterSettings filters) {
        safety = new Safety(safety.limits(), safety.protection(), filters, safety.store());
        return this;
    }

    /**
     * Sets one limit, stop or filter by its key and its value as in metaexpert.yaml, such as {@code risk.max-drawdown} and {@code 20%}: the keys
     * of the sections risk, protection, portfolio and filters, {@code execution.max-spread}, {@code .max-quote-age} and {@code .collar}, and
     * {@code sizing.max-position}. What is not set is off. Not together with {@link #limits}, {@link #protection} and {@link #filters}.
     *
     * @throws IllegalArgumentException for an unknown key and for a value that a configuration refuses, with its text
     * @throws IllegalStateException after one of the three
     */
    public TesterSetup set(String key, String value) {
        SafetyConfig before = SafetyConfig.parse(settings);
        if (!before.equals(new SafetyConfig(safety.limits(), safety.protection(), safety.filters()))) {
            throw new IllegalStateException(
                    "set(\"" + key + "\", ...) does not go with limits(), protection(), filters()");
        }
        settings.put(key, value);
        SafetyConfig now = SafetyConfig.parse(settings);
        safety = new Safety(now.limits(), now.protection(), now.filters(), safety.store());
        return this;
    }

    /** Where what survives a restart is kept; nowhere unless told. The caller closes it. */
    public TesterSetup state(StateStore store) {
        safety = new Safety(safety.limits(), safety.protection(), safety.filters(), store);
        return this;
    }

    /**
     * Keeps what survives a restart in a folder, as paper and live trading do; a tester started later with the same folder goes on from there.
     * Before that {@link ExpertTester#kill()} or {@link ExpertTester#end()} has to be called.
     */
    public TesterSetup stateIn(Path folder) {
        stateFolder = Optional.of(folder);
        return this;
    }

    /** Quantities are multiples of this; {@code 1} for whole units. */
    public TesterSetup quantityIncrement(String increment) {
        quantityIncrement = new BigDecimal(increment);
        return this;
    }

    /** See {@code strategy.warmup-bars}. */
    public TesterSetup warmupBars(int bars) {
        warmupBars = bars;
        return this;
    }

    /** Starts the strategy; bars are then given one by one. */
    public ExpertTester start() {
        BarArray bars = new BarArray(timeframe);
        return start(bars, bars);
    }

    /** Runs the strategy over recorded bars, whose timeframe may be finer than the strategy's. */
    public ExpertTester bars(Bars recorded) {
        ExpertTester tester = start(recorded, new BarArray(recorded.timeframe()));
        tester.run();
        return tester;
    }

    /**
     * Runs the strategy over recorded ticks, which {@code @OnTick} hears of, and the bars of their trades. Orders fill from quotes and trades.
     */
    public ExpertTester ticks(Tape recorded) {
        return tape(recorded, FillModel.TICKS);
    }

    /** The same with recorded depth, which {@code @OnBook} hears of. What takes eats through the book. */
    public ExpertTester book(Tape recorded) {
        return tape(recorded, FillModel.BOOK);
    }

    private ExpertTester tape(Tape recorded, FillModel model) {
        Bars bars = TickBars.of(recorded.ticks(), timeframe);
        fills = FillSettings.USUAL.with(model, Assumption.PESSIMISTIC);
        tape = Optional.of(new TapeFeed(recorded, 0, model == FillModel.BOOK));
        ExpertTester tester = start(bars, new BarArray(timeframe));
        tester.run();
        return tester;
    }

    /** Runs the strategy over the bundled week of real BTC/USD trades, as 1m bars. */
    public ExpertTester sample() {
        DataCatalog catalog = new DataCatalog(DataCatalog.defaultHome(System.getenv()));
        return bars(catalog.load("sample", Path.of(""), symbol, GapPolicy.KEEP).bars());
    }

    private ExpertTester start(Bars bars, BarArray pushed) {
        Optional<StateStore> opened =
                stateFolder.map(folder -> SqliteStateStore.open(folder, "test", InstantSource.fixed(Instant.EPOCH)));
        opened.ifPresent(this::state);
        Instrument instrument = instrument();
        SimulatedVenue venue = new SimulatedVenue(
                new SimulationSettings(capital, leverage, slippage, false, true, hedge, fills),
                List.of(VenueMarket.of(instrument)));
        BoundExpert bound = ExpertBinder.bind(expert, inputs);
        EngineSettings settings = new EngineSettings(
                "test",
                timeframe,
                warmupBars,
                size,
                capital,
                leverage,
                true,
                hedge,
                false,
                safety,
                new Costs(slippage, BigDecimal.ZERO));
        MetaProcess process = new MetaProcess(
                settings,
                bound,
                List.of(new MarketFeed(instrument, bars, 0, tape, VenueMarket.bundledTiers(instrument))),
                venue,
                venue,
                List.of(),
                Math.max(1_024, bars.size()));
        return new ExpertTester(process, bound, bars, pushed, capital, opened);
    }

    private Instrument instrument() {
        String[] parts = symbol.split("/", 2);
        return new Instrument(
                new InstrumentId("test", symbol),
                contract,
                parts[0],
                parts[1],
                BigDecimal.ZERO,
                quantityIncrement,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                fee,
                fee);
    }

    private static BigDecimal fraction(String percentage) {
        if (!percentage.endsWith("%")) {
            throw new IllegalArgumentException("a percentage ends with %, was \"" + percentage + "\"");
        }
        return new BigDecimal(percentage.substring(0, percentage.length() - 1).strip()).movePointLeft(2);
    }
}
