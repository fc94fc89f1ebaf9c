package io.metaexpert.config;

import io.metaexpert.config.MetaExpertConfig.Market.PositionMode;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the configuration says on limits, stops and filters. */
public record SafetyConfig(RiskLimits limits, ProtectionSettings protection, FilterSettings filters) {
    private static final Integer SIDES = 2;

    /** Limits that are on when nothing is said, and what switches them off. */
    private static final Map<Key<?>, String> OFF = Map.of(
            LimitKeys.MAX_DRAWDOWN, Keys.OFF,
            LimitKeys.ORDER_RATE, Keys.OFF,
            LimitKeys.MAX_SPREAD, Keys.OFF,
            LimitKeys.MAX_QUOTE_AGE, Keys.OFF,
            LimitKeys.OPEN_POSITIONS, Keys.OFF,
            LimitKeys.POSITIONS_PER_SYMBOL, Keys.OFF);

    /**
     * What {@code settings} say, by flat keys such as {@code risk.max-drawdown}; what they do not name is off. Only single values are
     * checked, not whether they fit together.
     *
     * @throws IllegalArgumentException for a key that is none of these and for a value that a configuration refuses, with its text
     */
    public static SafetyConfig parse(Map<String, String> settings) {
        List<Problem> problems = new ArrayList<>();
        Layers layers = new Layers(problems);
        SortedMap<String, String> all = new TreeMap<>(settings);
        all.keySet().stream()
                .filter(path -> Keys.ALL.containsKey(path) && !isOne(path))
                .forEach(path -> {
                    throw new IllegalArgumentException(
                            path
                                    + ": is not a key of limits, protection or filters, which are those of risk, protection, filters"
                                    + " and portfolio, execution.max-spread, .max-quote-age and .collar, and sizing.max-position");
                });
        layers.sets(all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    System.lineSeparator(),
                    problems.stream().map(Problem::toString).toList()));
        }
        Map<String, Raw> raws = new HashMap<>();
        OFF.forEach((key, text) -> raws.put(key.path(), new Raw(List.of(text), false, new Raw.Place("", 0, 0))));
        raws.putAll(layers.values());
        return of(new Values(raws, layers.unusable(), ""));
    }

    private static boolean isOne(String path) {
        return Stream.of(
                        Stream.<Key<?>>of(LimitKeys.MAX_POSITION),
                        LimitKeys.risk(),
                        ProtectionKeys.all(),
                        LimitKeys.execution(),
                        LimitKeys.portfolio(),
                        FilterKeys.all())
                .flatMap(keys -> keys)
                .anyMatch(key -> key.path().equals(path));
    }

    static SafetyConfig of(Values values) {
        return new SafetyConfig(limits(values), protection(values), filters(values));
    }

    private static RiskLimits limits(Values values) {
        return new RiskLimits(
                values.get(LimitKeys.MAX_DRAWDOWN),
                values.get(LimitKeys.DAILY_LOSS),
                values.get(LimitKeys.ON_BREACH),
                values.get(LimitKeys.PEAK_BASIS),
                values.get(LimitKeys.STRESS_GAP),
                values.get(LimitKeys.MAX_POSITION),
                values.get(LimitKeys.OPEN_POSITIONS),
                perSymbol(values),
                values.get(LimitKeys.ORDER_RATE),
                values.get(LimitKeys.MAX_SPREAD),
                values.get(LimitKeys.MAX_QUOTE_AGE),
                values.get(LimitKeys.COLLAR));
    }

    /** Who chose a long and a short side by side wants both. */
    private static Optional<Integer> perSymbol(Values values) {
        boolean hedge = values.get(Keys.POSITION_MODE) == PositionMode.HEDGE;
        return hedge && !values.isSet(LimitKeys.POSITIONS_PER_SYMBOL)
                ? Optional.of(SIDES)
                : values.get(LimitKeys.POSITIONS_PER_SYMBOL);
    }

    private static ProtectionSettings protection(Values values) {
        return new ProtectionSettings(
                values.get(ProtectionKeys.STOP_LOSS),
                values.get(ProtectionKeys.TAKE_PROFIT),
                values.get(ProtectionKeys.TRAILING_STOP),
                values.get(ProtectionKeys.TRAILING_ACTIVATION),
                values.get(ProtectionKeys.BREAKEVEN),
                values.get(ProtectionKeys.PLACEMENT));
    }

    private static FilterSettings filters(Values values) {
        return new FilterSettings(
                values.get(FilterKeys.TRADE_HOURS).orElse(FilterSettings.NONE.hours()),
                values.get(FilterKeys.ALLOWED_DAYS).orElse(FilterSettings.NONE.days()),
                values.get(FilterKeys.MIN_VOLUME),
                values.get(FilterKeys.VOLATILITY),
                values.get(FilterKeys.BAND),
                values.get(FilterKeys.TREND),
                values.get(FilterKeys.TREND_PERIOD));
    }
}
