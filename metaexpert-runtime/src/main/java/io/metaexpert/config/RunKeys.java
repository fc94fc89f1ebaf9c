package io.metaexpert.config;

import static io.metaexpert.config.Keys.LIVE;
import static io.metaexpert.config.Keys.OFF;
import static io.metaexpert.config.ValueTypes.BOOLEAN;
import static io.metaexpert.config.ValueTypes.MONEY_AMOUNT;
import static io.metaexpert.config.ValueTypes.PATH;
import static io.metaexpert.config.ValueTypes.PERCENTAGE;
import static io.metaexpert.config.ValueTypes.TEXT;

import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a backtest and of the things around a run. */
final class RunKeys {
    /** The word for a value that comes from the exchange. */
    static final String FROM_EXCHANGE = "exchange";

    static final Key<Optional<Instant>> FROM = Key.of(
            "backtest.from",
            ValueTypes.TIME.or("start"),
            "start",
            "The first instant that is seen (UTC); `start`: all data from its first bar.");
    static final Key<Optional<Instant>> TO = Key.of(
            "backtest.to",
            ValueTypes.TIME.or("end"),
            "end",
            "The first instant that is no longer seen (UTC); `end`: all data to its last bar.");
    static final Key<Money> INITIAL_CAPITAL = Key.of(
            "backtest.initial-capital",
            MONEY_AMOUNT,
            "10000 USDT",
            "The money at the start, in the currency of settlement; when absent 10000 of the quote currency, or 1 of the base currency where that settles.");
    static final Key<String> DATA = Key.of(
            "backtest.data",
            TEXT,
            "sample",
            "A folder, a file, or the name of an imported dataset; `sample` is bundled real data.");
    static final Key<Optional<MetaExpertConfig.Backtest.Model>> MODEL = Key.of(
            "backtest.model",
            ValueTypes.choice(MetaExpertConfig.Backtest.Model.class).or("finest"),
            "finest",
            "What prices within a bar are made from: bars of the strategy's timeframe (`bars`), a path through their four prices (`ohlc-path`), one-minute bars (`bars-1m`), recorded trades and quotes (`ticks`), or recorded depth (`book`); `finest`: the finest bars given.");
    static final Key<List<MetaExpertConfig.Backtest.Assumption>> ASSUME = Key.of(
            "backtest.assume",
            ValueTypes.choices(MetaExpertConfig.Backtest.Assumption.class),
            "pessimistic",
            "Which of two orders that one bar touches came first: the worse for us, the one that a path through the bar meets first, or the better. Of a list, the first is the run and the others are shown beside it.");
    static final Key<Optional<BigDecimal>> MAKER_FEE = fee("maker", "Fee of an order that rests in the book");
    static final Key<Optional<BigDecimal>> TAKER_FEE = fee("taker", "Fee of an order that fills at once");
    static final Key<MetaExpertConfig.Backtest.Increments> INCREMENTS = Key.of(
            "backtest.increments",
            ValueTypes.choice(MetaExpertConfig.Backtest.Increments.class),
            "exchange",
            "Whether prices and quantities are rounded as on the exchange (bundled for the main symbols, or `instrument.*`), or not at all.");
    static final Key<LatencySpec> LATENCY = Key.of(
            "backtest.latency",
            LatencySpec.TYPE,
            "0ms",
            "Time from a request to its arrival: fixed, or drawn anew for each request.");
    static final Key<Boolean> FUNDING =
            Key.of("backtest.funding", BOOLEAN, "true", "Perpetuals only: whether funding is paid and received.");
    static final Key<BigDecimal> FUNDING_RATE = Key.of(
            "backtest.funding-rate",
            ValueTypes.SIGNED_PERCENTAGE,
            "0.01%",
            "The rate of every 8 hours (00:00, 08:00, 16:00 UTC) where `backtest.funding-data` has none; positive: longs pay.");
    static final Key<Optional<Path>> FUNDING_DATA = Key.of(
            "backtest.funding-data",
            PATH.or(OFF),
            OFF,
            "A file of real rates, or a folder with one per symbol: CSV with `funding_time_ms,rate`.");
    static final Key<Optional<Path>> MARK_DATA = Key.of(
            "backtest.mark-data",
            PATH.or(OFF),
            OFF,
            "A file of mark prices, or a folder with one per symbol: what funding is computed from; `off`: the prices of the bars.");
    static final Key<Boolean> LIQUIDATION = Key.of(
            "backtest.liquidation", BOOLEAN, "true", "Futures and options only: whether positions can be liquidated.");
    static final Key<Boolean> PARTIAL_FILLS = Key.of(
            "backtest.partial-fills",
            BOOLEAN,
            "false",
            "Whether an order fills in parts when the market traded little, see `backtest.volume-share`.");
    static final Key<BigDecimal> VOLUME_SHARE = Key.of(
            "backtest.volume-share",
            PERCENTAGE.where(
                    value -> value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0,
                    "must be above 0% and at most 100%",
                    "a percentage up to 100%, such as `10%`"),
            "10%",
            "With `backtest.partial-fills`: the most of a bar's volume that our orders get.");
    static final Key<BigDecimal> SPREAD = Key.of(
            "backtest.spread",
            PERCENTAGE.where(
                    value -> value.compareTo(BigDecimal.ONE) < 0,
                    "must be below 100%",
                    "a percentage, such as `0.02%`"),
            "0%",
            "The distance of best bid and ask where the data are trades alone; who takes pays half of it.");
    static final Key<Optional<String>> UNDERLYING = Key.of(
            "backtest.underlying",
            TEXT.or(OFF),
            OFF,
            "Options only, and needed there: the data of the underlying. They decide exercise, and price the option where `backtest.data` is `sample`.");
    static final Key<BigDecimal> VOLATILITY = Key.of(
            "backtest.volatility",
            PERCENTAGE.where(
                    value -> value.signum() > 0 && value.compareTo(BigDecimal.TEN) <= 0,
                    "must be above 0% and at most 1000%",
                    "a percentage a year, such as `60%`"),
            "60%",
            "Options only: the volatility by which Black-76 prices an option that has no bars of its own.");
    static final Key<MetaExpertConfig.Backtest.Gaps> GAPS = Key.of(
            "backtest.gaps",
            ValueTypes.choice(MetaExpertConfig.Backtest.Gaps.class),
            "keep",
            "A hole in the data: leave it and report it (`keep`), fill it with flat bars without volume (`fill`), or refuse the data (`fail`).");
    static final Key<Long> SEED =
            Key.of("backtest.seed", ValueTypes.wholeLong(0, Long.MAX_VALUE), "1", "The seed of every random choice.");

    static final Key<Optional<BigDecimal>> PRICE_INCREMENT =
            instrument("price-increment", "The step of prices; 0: none.");
    static final Key<Optional<BigDecimal>> QUANTITY_INCREMENT = instrument(
            "quantity-increment", "The step of quantities, in base currency (in contracts when inverse); 0: none.");
    static final Key<Optional<BigDecimal>> MIN_NOTIONAL =
            instrument("min-notional", "The least value of an order, in quote currency; 0: none.");
    static final Key<Optional<BigDecimal>> CONTRACT_SIZE = Key.of(
            "instrument.contract-size",
            ValueTypes.POSITIVE.or(FROM_EXCHANGE),
            FROM_EXCHANGE,
            "Base currency per contract, or quote currency per contract when inverse; futures and options only.");

    static final Key<Money> PAPER_CAPITAL = Key.of(
                    "paper.initial-capital", MONEY_AMOUNT, "10000 USDT", "The money at the start of paper trading.")
            .onlyDefaultUntil(LIVE);
    static final Key<Optional<String>> TELEGRAM = Key.of("notify.telegram", TEXT.or(OFF), OFF, "The chat that is told.")
            .onlyDefaultUntil(LIVE);
    static final Key<Optional<String>> WEBHOOK = Key.of(
                    "notify.webhook", TEXT.or(OFF), OFF, "The address that is told.")
            .onlyDefaultUntil(LIVE);
    static final Key<Boolean> DASHBOARD =
            Key.of("dashboard.enabled", BOOLEAN, "false", "The local web page.").onlyDefaultUntil(LIVE);
    static final Key<Integer> PORT = Key.of(
                    "dashboard.port", ValueTypes.whole(1, 65_535), "8787", "Its port on the loopback address.")
            .onlyDefaultUntil(LIVE);

    private RunKeys() {}

    private static Key<Optional<BigDecimal>> fee(String name, String meaning) {
        return Key.of(
                "backtest.fees." + name,
                PERCENTAGE
                        .where(
                                value -> value.compareTo(BigDecimal.ONE) < 0,
                                "must be below 100%",
                                "a percentage below 100%, such as `0.05%`")
                        .or(FROM_EXCHANGE),
                FROM_EXCHANGE,
                meaning + ", of its value; `exchange`: the exchange's published base tier.");
    }

    private static Key<Optional<BigDecimal>> instrument(String name, String meaning) {
        return Key.of("instrument." + name, ValueTypes.NOT_NEGATIVE.or(FROM_EXCHANGE), FROM_EXCHANGE, meaning);
    }

    static Stream<Key<?>> all() {
        return Stream.of(
                FROM,
                TO,
                INITIAL_CAPITAL,
                DATA,
                MODEL,
                ASSUME,
                MAKER_FEE,
                TAKER_FEE,
                INCREMENTS,
                LATENCY,
                FUNDING,
                FUNDING_RATE,
                FUNDING_DATA,
                MARK_DATA,
                LIQUIDATION,
                PARTIAL_FILLS,
                VOLUME_SHARE,
                SPREAD,
                UNDERLYING,
                VOLATILITY,
                GAPS,
                SEED,
                PRICE_INCREMENT,
                QUANTITY_INCREMENT,
                MIN_NOTIONAL,
                CONTRACT_SIZE,
                PAPER_CAPITAL,
                TELEGRAM,
                WEBHOOK,
                DASHBOARD,
                PORT);
    }
}
