package io.metaexpert.config;

import static io.metaexpert.config.Keys.OFF;
import static io.metaexpert.config.ValueTypes.BOOLEAN;
import static io.metaexpert.config.ValueTypes.MONEY_AMOUNT;

import io.metaexpert.market.Money;
import io.metaexpert.risk.FilterSettings;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of when entries are allowed. */
final class FilterKeys {
    static final Key<Optional<Set<Integer>>> TRADE_HOURS = Key.of(
            "filters.trade-hours",
            FilterTypes.HOURS.or("all"),
            "all",
            "UTC hours in which entries are allowed; hour h is [h:00, h+1:00). Positions are managed at all hours.");
    static final Key<Optional<Set<DayOfWeek>>> ALLOWED_DAYS = Key.of(
            "filters.allowed-days",
            FilterTypes.DAYS.or("all"),
            "all",
            "UTC days on which entries are allowed; 1 is Monday, 7 is Sunday.");
    static final Key<Optional<Money>> MIN_VOLUME = Key.of(
            "filters.min-volume",
            MONEY_AMOUNT.or(OFF),
            OFF,
            "The least volume, in quote currency, of the last closed bar of the strategy's timeframe.");
    static final Key<Boolean> VOLATILITY = Key.of(
            "filters.volatility",
            BOOLEAN,
            "false",
            "Whether entries need a volatility within `filters.volatility-band`.");
    static final Key<FilterSettings.Band> BAND = Key.of(
            "filters.volatility-band",
            FilterTypes.BAND,
            "0.5x-3x",
            "What ATR(14) may be by its own mean over 100 bars, both ends included.");
    static final Key<Boolean> TREND = Key.of(
            "filters.trend",
            BOOLEAN,
            "false",
            "Whether a long needs a rising EMA of the close, and a short a falling one.");
    static final Key<Integer> TREND_PERIOD = Key.of(
            "filters.trend-period",
            ValueTypes.whole(2, 10_000),
            "50",
            "The period of that EMA, in bars of the strategy's timeframe.");

    private FilterKeys() {}

    static Stream<Key<?>> all() {
        return Stream.of(TRADE_HOURS, ALLOWED_DAYS, MIN_VOLUME, VOLATILITY, BAND, TREND, TREND_PERIOD);
    }
}
