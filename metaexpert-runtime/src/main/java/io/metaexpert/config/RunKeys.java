package io.metaexpert.config;

import static io.metaexpert.config.Keys.LIVE;
import static io.metaexpert.config.Keys.OFF;
import static io.metaexpert.config.ValueTypes.BOOLEAN;
import static io.metaexpert.config.ValueTypes.MONEY_AMOUNT;
import static io.metaexpert.config.ValueTypes.PERCENTAGE;
import static io.metaexpert.config.ValueTypes.TEXT;

import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a backtest and of the things around a run. */
final class RunKeys {
    /** The word for a value that comes from the exchange. */
    static final String FROM_EXCHANGE = "exchange";

    private static final String FILL_MODELS = "further fill models";

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
            "The money at the start, in the quote currency of the symbols; when absent 10000 of that currency.");
    static final Key<String> DATA = Key.of(
            "backtest.data",
            TEXT,
            "sample",
            "A folder, a file, or the name of an imported dataset; `sample` is bundled real data.");
    static final Key<Optional<MetaExpertConfig.Backtest.Model>> MODEL = Key.of(
                    "backtest.model",
                    ValueTypes.choice(MetaExpertConfig.Backtest.Model.class).or("finest"),
                    "finest",
                    "What prices within a bar are made from: bars of the strategy's timeframe, or one-minute bars; `finest`: the finest data given.")
            .only(FILL_MODELS, "finest", "bars", "bars-1m");
    static final Key<Optional<BigDecimal>> MAKER_FEE = fee("maker", "Fee of an order that rests in the book");
    static final Key<Optional<BigDecimal>> TAKER_FEE = fee("taker", "Fee of an order that fills at once");
    static final Key<MetaExpertConfig.Backtest.Increments> INCREMENTS = Key.of(
            "backtest.increments",
            ValueTypes.choice(MetaExpertConfig.Backtest.Increments.class),
            "exchange",
            "Whether prices and quantities are rounded as on the exchange (bundled for the main symbols, or `instrument.*`), or not at all.");
    static final Key<Duration> LATENCY = Key.of(
                    "backtest.latency", ValueTypes.DURATION, "0ms", "Time from an order to its arrival.")
            .onlyDefaultUntil(FILL_MODELS);
    static final Key<Boolean> FUNDING = Key.of(
                    "backtest.funding", BOOLEAN, "false", "Whether funding is paid and received.")
            .onlyDefaultUntil("margin and liquidation");
    static final Key<Boolean> LIQUIDATION = Key.of(
                    "backtest.liquidation", BOOLEAN, "false", "Whether positions can be liquidated.")
            .onlyDefaultUntil("margin and liquidation");
    static final Key<Boolean> PARTIAL_FILLS = Key.of(
                    "backtest.partial-fills", BOOLEAN, "false", "Whether an order can fill in parts.")
            .onlyDefaultUntil(FILL_MODELS);
    static final Key<MetaExpertConfig.Backtest.Gaps> GAPS = Key.of(
            "backtest.gaps",
            ValueTypes.choice(MetaExpertConfig.Backtest.Gaps.class),
            "keep",
            "A hole in the data: leave it and report it (`keep`), fill it with flat bars without volume (`fill`), or refuse the data (`fail`).");
    static final Key<Long> SEED =
            Key.of("backtest.seed", ValueTypes.wholeLong(0, Long.MAX_VALUE), "1", "The seed of every random choice.");

    static final Key<Optional<BigDecimal>> PRICE_INCREMENT =
            instrument("price-increment", "The step of prices; 0: none.");
    static final Key<Optional<BigDecimal>> QUANTITY_INCREMENT =
            instrument("quantity-increment", "The step of quantities, in base currency; 0: none.");
    static final Key<Optional<BigDecimal>> MIN_NOTIONAL =
            instrument("min-notional", "The least value of an order, in quote currency; 0: none.");
    static final Key<Optional<BigDecimal>> CONTRACT_SIZE = Key.of(
            "instrument.contract-size",
            ValueTypes.POSITIVE.or(FROM_EXCHANGE),
            FROM_EXCHANGE,
            "Base currency per contract; futures only.");

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
                MAKER_FEE,
                TAKER_FEE,
                INCREMENTS,
                LATENCY,
                FUNDING,
                LIQUIDATION,
                PARTIAL_FILLS,
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
