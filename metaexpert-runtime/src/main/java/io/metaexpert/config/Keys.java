package io.metaexpert.config;

import static io.metaexpert.config.ValueTypes.BOOLEAN;
import static io.metaexpert.config.ValueTypes.PATH;
import static io.metaexpert.config.ValueTypes.PERCENTAGE;
import static io.metaexpert.config.ValueTypes.TEXT;

import io.metaexpert.market.Timeframe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of what is traded, where, and what is written about it; and the table of all keys. */
final class Keys {
    static final String LIVE = "paper and live trading";
    static final String OFF = "off";

    /** The section of free names. */
    static final String INPUTS = "inputs";

    static final Key<MetaExpertConfig.Exchange.Name> EXCHANGE = Key.of(
            "exchange.name",
            ValueTypes.choice(MetaExpertConfig.Exchange.Name.class),
            "binance",
            "The exchange: fees and increments of a backtest are its own. The only key to change to move to another one.");
    static final Key<Boolean> TESTNET = Key.of(
                    "exchange.testnet", BOOLEAN, "false", "Whether to use the exchange's test or demo system.")
            .onlyDefaultUntil(LIVE);
    static final Key<Optional<String>> SUBACCOUNT = Key.of(
                    "exchange.subaccount", TEXT.or(OFF), OFF, "The subaccount, where the exchange has them.")
            .onlyDefaultUntil(LIVE);
    static final Key<Optional<String>> BASE_URL = Key.of(
                    "exchange.base-url", TEXT.or(OFF), OFF, "A custom address for requests.")
            .onlyDefaultUntil(LIVE);
    static final Key<Optional<String>> STREAM_URL = Key.of(
                    "exchange.stream-url", TEXT.or(OFF), OFF, "A custom address for streams.")
            .onlyDefaultUntil(LIVE);
    static final Key<Optional<String>> PROXY = Key.of(
                    "exchange.proxy", TEXT.or(OFF), OFF, "`http://host:port` or `socks5://host:port`.")
            .onlyDefaultUntil(LIVE);
    static final Key<BigDecimal> RATE_LIMIT_SHARE = Key.of(
                    "exchange.rate-limit-share", PERCENTAGE, "90%", "How much of the published limits may be used.")
            .onlyDefaultUntil(LIVE);
    static final Key<Duration> RECEIVE_WINDOW = Key.of(
                    "exchange.receive-window",
                    ValueTypes.DURATION,
                    "5s",
                    "How long the exchange takes a signed request for valid.")
            .onlyDefaultUntil(LIVE);

    static final Key<MetaExpertConfig.Market.Type> MARKET_TYPE = Key.of(
            "market.type",
            ValueTypes.choice(MetaExpertConfig.Market.Type.class),
            "futures",
            "`spot`: no short, no leverage. `futures`: perpetual and dated contracts, long and short. `options`: calls and puts.");
    static final Key<MetaExpertConfig.Market.Contract> CONTRACT = Key.of(
            "market.contract",
            ValueTypes.choice(MetaExpertConfig.Market.Contract.class),
            "linear",
            "Futures only: settled in quote currency (`linear`) or in base currency (`inverse`).");
    static final Key<MetaExpertConfig.Market.MarginMode> MARGIN_MODE = Key.of(
            "market.margin-mode",
            ValueTypes.choice(MetaExpertConfig.Market.MarginMode.class),
            "isolated",
            "Futures only: what stands in for a position's losses, its own margin or the whole account.");
    static final Key<MetaExpertConfig.Market.PositionMode> POSITION_MODE = Key.of(
            "market.position-mode",
            ValueTypes.choice(MetaExpertConfig.Market.PositionMode.class),
            "one-way",
            "Futures only: one position a symbol, or a long and a short one side by side.");

    static final Key<List<String>> SYMBOL = Key.of(
            "strategy.symbol",
            ValueTypes.SYMBOLS,
            "BTC/USDT",
            "What is traded; all symbols of a list share one currency of settlement. A dated contract: `BTC/USDT-260327`, an option: `BTC/USD-260327-100000-C`.");
    static final Key<Timeframe> TIMEFRAME = Key.of(
            "strategy.timeframe",
            ValueTypes.TIMEFRAME,
            "1h",
            "The period of the bars; `1m` is a minute, `1M` a month.");
    static final Key<Integer> LOOKBACK = Key.of(
            "strategy.lookback-bars",
            ValueTypes.whole(0, 1_000_000),
            "100",
            "Bars of history that a strategy can read back to, and that live trading loads before `@OnInit`.");
    static final Key<Integer> WARMUP = Key.of(
            "strategy.warmup-bars",
            ValueTypes.whole(0, 1_000_000),
            "0",
            "Bars at the start of a run on which orders are denied: handlers are called, indicators fill.");
    static final Key<Long> ID = Key.of(
            "strategy.id", ValueTypes.wholeLong(1, 999_999_999), "1001", "The number in the strategy's order ids.");
    static final Key<Optional<String>> NAME =
            Key.of("strategy.name", TEXT.or(OFF), OFF, "The name in reports; `off`: that of the strategy's class.");
    static final Key<Optional<String>> COMMENT =
            Key.of("strategy.comment", TEXT.or(OFF), OFF, "A remark, shown with the run.");
    static final Key<MetaExpertConfig.Strategy.OnError> ON_ERROR = Key.of(
            "strategy.on-error",
            ValueTypes.choice(MetaExpertConfig.Strategy.OnError.class),
            "halt",
            "What an exception in a handler does: end the run, or log it and go on with the next event.");

    static final Key<MetaExpertConfig.Logging.Level> LEVEL = Key.of(
            "logging.level",
            ValueTypes.upperCaseChoice(MetaExpertConfig.Logging.Level.class),
            "INFO",
            "The least level that is written.");
    static final Key<Boolean> CONSOLE =
            Key.of("logging.console", BOOLEAN, "true", "Whether to write to standard error.");
    static final Key<Optional<Path>> LOG_FILE =
            Key.of("logging.file", PATH.or(OFF), OFF, "A file for everything, relative to the configuration's folder.");
    static final Key<Optional<Path>> TRADE_FILE =
            Key.of("logging.trade-file", PATH.or(OFF), OFF, "A file for orders and fills alone.");
    static final Key<Optional<Path>> ERROR_FILE =
            Key.of("logging.error-file", PATH.or(OFF), OFF, "A file for level ERROR alone.");
    static final Key<Boolean> JSON = Key.of("logging.json", BOOLEAN, "false", "Whether each line is a JSON object.");
    static final Key<Long> MAX_FILE_SIZE = Key.of(
            "logging.max-file-size", ValueTypes.FILE_SIZE, "10 MB", "A larger file is set aside and a new one begun.");
    static final Key<Integer> MAX_HISTORY =
            Key.of("logging.max-history", ValueTypes.whole(1, 20), "10", "How many files set aside are kept.");

    static final Key<Boolean> STATE_ENABLED = Key.of(
            "state.enabled",
            BOOLEAN,
            "true",
            "Whether state outlives the process. A backtest always starts from nothing and keeps nothing.");
    static final Key<Path> STATE_PATH =
            Key.of("state.path", PATH, "state", "The folder of the state. A backtest does not touch it.");

    private Keys() {}

    /** All keys, section by section. */
    static final Map<String, Key<?>> ALL = byPath(Stream.of(
                    Stream.<Key<?>>of(
                            EXCHANGE,
                            TESTNET,
                            SUBACCOUNT,
                            BASE_URL,
                            STREAM_URL,
                            PROXY,
                            RATE_LIMIT_SHARE,
                            RECEIVE_WINDOW),
                    Stream.<Key<?>>of(MARKET_TYPE, CONTRACT, MARGIN_MODE, POSITION_MODE),
                    Stream.<Key<?>>of(SYMBOL, TIMEFRAME, LOOKBACK, WARMUP, ID, NAME, COMMENT, ON_ERROR),
                    TradingKeys.all(),
                    Stream.<Key<?>>of(
                            LEVEL, CONSOLE, LOG_FILE, TRADE_FILE, ERROR_FILE, JSON, MAX_FILE_SIZE, MAX_HISTORY),
                    Stream.<Key<?>>of(STATE_ENABLED, STATE_PATH),
                    RunKeys.all())
            .flatMap(keys -> keys));

    /** The sections, {@code inputs} included. */
    static final Set<String> SECTIONS = sections();

    private static Set<String> sections() {
        Set<String> sections = new LinkedHashSet<>();
        for (Key<?> key : ALL.values()) {
            sections.add(key.section());
        }
        sections.add(INPUTS);
        return Collections.unmodifiableSet(sections);
    }

    private static Map<String, Key<?>> byPath(Stream<Key<?>> keys) {
        Map<String, Key<?>> all = new LinkedHashMap<>();
        keys.forEach(key -> all.put(key.path(), key));
        return Collections.unmodifiableMap(all);
    }

    /** @throws IllegalArgumentException when there is no such key */
    static Key<?> get(String path) {
        Key<?> key = ALL.get(path);
        if (key == null) {
            throw new IllegalArgumentException("no key " + path);
        }
        return key;
    }
}
