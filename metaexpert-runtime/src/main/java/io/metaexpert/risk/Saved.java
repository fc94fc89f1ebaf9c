package io.metaexpert.risk;

import io.metaexpert.order.LimitHit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of section {@code risk} of the state. Doubles are written so that they are read back as they were. */
final class Saved {
    static final String STATE = "state";
    static final String PEAK = "peak-equity";
    static final String DAY = "day";
    static final String DAY_START = "day-start-equity";
    static final String REBASE = "rebase";
    private static final String CURRENCY = "currency";
    private static final String TIME = "time";
    private static final String HALT = "halt.";

    private Saved() {}

    static Map<String, Optional<String>> of(
            String currency, double peak, double dayStart, long day, @Nullable Halt halt, Instant now) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        put(values, STATE, (halt == null ? RiskState.ACTIVE : RiskState.HALTED).name());
        put(values, CURRENCY, currency);
        put(values, PEAK, Double.toString(peak));
        put(values, DAY, LocalDate.ofEpochDay(day).toString());
        put(values, DAY_START, Double.toString(dayStart));
        put(values, TIME, now.toString());
        values.put(REBASE, Optional.empty());
        Optional<Halt> known = Optional.ofNullable(halt);
        values.put(HALT + "rule", known.map(Halt::rule));
        values.put(HALT + "reason", known.map(Halt::reason));
        values.put(HALT + "time", known.map(h -> h.time().toString()));
        values.put(HALT + "until", known.flatMap(Halt::until).map(Instant::toString));
        values.put(HALT + "value", known.map(h -> h.limit().value()));
        values.put(HALT + "limit", known.map(h -> h.limit().limit()));
        values.put(HALT + "key", known.map(h -> h.limit().key()));
        return values;
    }

    private static void put(Map<String, Optional<String>> values, String key, String value) {
        values.put(key, Optional.of(value));
    }

    static Optional<Double> number(Map<String, String> saved, String key) {
        return Optional.ofNullable(saved.get(key)).map(Double::valueOf);
    }

    static Optional<Long> day(Map<String, String> saved) {
        return Optional.ofNullable(saved.get(DAY))
                .map(text -> LocalDate.parse(text).toEpochDay());
    }

    /** A store that was repaired says HALTED, whatever else it knows. */
    static Optional<Halt> halt(Map<String, String> saved) {
        if (!RiskState.HALTED.name().equals(saved.get(STATE))) {
            return Optional.empty();
        }
        return Optional.of(new Halt(
                text(saved, "rule"),
                text(saved, "reason"),
                Instant.parse(saved.getOrDefault(HALT + "time", Instant.EPOCH.toString())),
                Optional.ofNullable(saved.get(HALT + "until")).map(Instant::parse),
                new LimitHit(text(saved, "value"), text(saved, "limit"), text(saved, "key"))));
    }

    private static String text(Map<String, String> saved, String name) {
        return saved.getOrDefault(HALT + name, "");
    }
}
