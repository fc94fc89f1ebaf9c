package io.metaexpert.config;

import static io.metaexpert.config.Keys.OFF;
import static io.metaexpert.config.ValueTypes.BOOLEAN;
import static io.metaexpert.config.ValueTypes.MONEY_AMOUNT;
import static io.metaexpert.config.ValueTypes.PERCENTAGE;
import static io.metaexpert.config.ValueTypes.TEXT;
import static io.metaexpert.config.ValueTypes.TEXTS;

import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of how much is traded, and of what may stop it. */
final class TradingKeys {
    private static final String RISK = "the risk rules";
    private static final String PROTECTION = "the protection rules";
    private static final String FILTERS = "the filters";

    static final Key<MetaExpertConfig.Sizing.Rule> SIZING_TYPE = Key.of(
                    "sizing.type",
                    ValueTypes.choice(MetaExpertConfig.Sizing.Rule.class),
                    "percent-equity",
                    "How large `size()` makes an order: a quantity, an amount, or a share of equity (times the leverage).")
            .only("stop-loss protection", "fixed-base", "fixed-quote", "percent-equity");
    static final Key<SizingValue> SIZING_VALUE = Key.of(
            "sizing.value",
            SizingTypes.VALUE,
            "10%",
            "The size. Its unit must match `sizing.type`: `0.01 BTC`, `1000 USDT` or `10%`.");
    static final Key<BigDecimal> LEVERAGE = Key.of(
            "sizing.leverage", ValueTypes.LEVERAGE, "1x", "Position value per equity; more than `1x` on futures only.");
    static final Key<Optional<Money>> MAX_POSITION = Key.of(
                    "sizing.max-position",
                    MONEY_AMOUNT.or(OFF),
                    OFF,
                    "The largest position in quote currency, open entries counted.")
            .onlyDefaultUntil(RISK);

    static final Key<Optional<BigDecimal>> MAX_DRAWDOWN = Key.of(
                    "risk.max-drawdown", PERCENTAGE.or(OFF), OFF, "Halts when equity is this far below its peak.")
            .onlyDefaultUntil(RISK);
    static final Key<Optional<String>> DAILY_LOSS = Key.of(
                    "risk.daily-loss-limit",
                    TEXT.or(OFF),
                    OFF,
                    "Halts until the next UTC day; `1000 USDT` or `5%` of the day's first equity.")
            .onlyDefaultUntil(RISK);
    static final Key<MetaExpertConfig.Risk.OnBreach> ON_BREACH = Key.of(
                    "risk.on-breach",
                    ValueTypes.choice(MetaExpertConfig.Risk.OnBreach.class),
                    "flatten",
                    "What a breached limit does with open positions.")
            .onlyDefaultUntil(RISK);
    static final Key<Optional<BigDecimal>> STRESS_GAP = Key.of(
                    "risk.stress-gap", PERCENTAGE.or(OFF), OFF, "The worst jump that sizing reckons with.")
            .onlyDefaultUntil(RISK);
    static final Key<Optional<Integer>> ORDER_RATE = Key.of(
                    "risk.max-orders-per-minute",
                    ValueTypes.whole(1, 10_000).or(OFF),
                    OFF,
                    "Stops a strategy that sends orders without end.")
            .onlyDefaultUntil(RISK);

    static final Key<Optional<String>> STOP_LOSS =
            protection("stop-loss", "Distance of the stop from the average entry.");
    static final Key<Optional<String>> TAKE_PROFIT =
            protection("take-profit", "Distance of the target from the average entry.");
    static final Key<Optional<String>> TRAILING_STOP =
            protection("trailing-stop", "Distance of a stop that follows the best price.");
    static final Key<Optional<String>> TRAILING_ACTIVATION =
            protection("trailing-activation", "Profit from which the trailing stop works.");
    static final Key<Optional<String>> BREAKEVEN =
            protection("breakeven", "Profit from which the stop is at the entry, fees included.");
    static final Key<MetaExpertConfig.Protection.Placement> PLACEMENT = Key.of(
                    "protection.placement",
                    ValueTypes.choice(MetaExpertConfig.Protection.Placement.class),
                    "exchange",
                    "Where stops live.")
            .onlyDefaultUntil(PROTECTION);

    static final Key<BigDecimal> SLIPPAGE = Key.of(
            "execution.slippage",
            PERCENTAGE.where(
                    value -> value.compareTo(BigDecimal.ONE) < 0,
                    "must be below 100%",
                    "a percentage below 100%, such as `0.1%`"),
            "0.1%",
            "What a market or stop order pays beyond the price at which it meets the market.");
    static final Key<Optional<BigDecimal>> MAX_SPREAD = Key.of(
                    "execution.max-spread", PERCENTAGE.or(OFF), OFF, "Blocks entries while the spread is wider.")
            .onlyDefaultUntil("the spread filter");

    static final Key<Optional<Integer>> OPEN_POSITIONS = Key.of(
                    "portfolio.max-open-positions",
                    ValueTypes.whole(1, 1000).or(OFF),
                    OFF,
                    "The most symbols with a position.")
            .onlyDefaultUntil(RISK);
    static final Key<Optional<Integer>> POSITIONS_PER_SYMBOL = Key.of(
                    "portfolio.max-positions-per-symbol",
                    ValueTypes.whole(1, 1000).or(OFF),
                    OFF,
                    "The most entries into one symbol.")
            .onlyDefaultUntil(RISK);

    static final Key<Optional<String>> TRADE_HOURS = Key.of(
                    "filters.trade-hours",
                    TEXTS.or("all"),
                    "all",
                    "UTC hours in which entries are allowed; hour h is [h:00, h+1:00).")
            .onlyDefaultUntil(FILTERS);
    static final Key<Optional<String>> ALLOWED_DAYS = Key.of(
                    "filters.allowed-days",
                    TEXTS.or("all"),
                    "all",
                    "UTC days on which entries are allowed; 1 is Monday.")
            .onlyDefaultUntil(FILTERS);
    static final Key<Optional<Money>> MIN_VOLUME = Key.of(
                    "filters.min-volume", MONEY_AMOUNT.or(OFF), OFF, "The least quote volume of the last closed bar.")
            .onlyDefaultUntil(FILTERS);
    static final Key<Boolean> VOLATILITY = Key.of("filters.volatility", BOOLEAN, "false", "The volatility filter.")
            .onlyDefaultUntil(FILTERS);
    static final Key<Boolean> TREND =
            Key.of("filters.trend", BOOLEAN, "false", "The trend filter.").onlyDefaultUntil(FILTERS);

    private TradingKeys() {}

    private static Key<Optional<String>> protection(String name, String meaning) {
        return Key.of("protection." + name, TEXT.or(OFF), OFF, meaning).onlyDefaultUntil(PROTECTION);
    }

    static Stream<Key<?>> all() {
        return Stream.of(
                SIZING_TYPE,
                SIZING_VALUE,
                LEVERAGE,
                MAX_POSITION,
                MAX_DRAWDOWN,
                DAILY_LOSS,
                ON_BREACH,
                STRESS_GAP,
                ORDER_RATE,
                STOP_LOSS,
                TAKE_PROFIT,
                TRAILING_STOP,
                TRAILING_ACTIVATION,
                BREAKEVEN,
                PLACEMENT,
                SLIPPAGE,
                MAX_SPREAD,
                OPEN_POSITIONS,
                POSITIONS_PER_SYMBOL,
                TRADE_HOURS,
                ALLOWED_DAYS,
                MIN_VOLUME,
                VOLATILITY,
                TREND);
    }
}
