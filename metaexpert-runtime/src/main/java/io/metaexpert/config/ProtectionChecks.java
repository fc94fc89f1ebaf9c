package io.metaexpert.config;

import io.metaexpert.config.MetaExpertConfig.Sizing;
import io.metaexpert.protection.Distance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether stops, targets and the size of orders fit together. */
final class ProtectionChecks {
    private static final String A_STOP =
            "set protection.stop-loss: a distance such as `2%`, or `1R` where the strategy gives a stop with each order";

    private final Values values;
    private final List<Problem> problems = new ArrayList<>();

    private ProtectionChecks(Values values) {
        this.values = values;
    }

    static List<Problem> run(Values values) {
        ProtectionChecks checks = new ProtectionChecks(values);
        if (values.usable(ProtectionKeys.STOP_LOSS)) {
            checks.sizeByRisk();
            checks.multiplesOfAStop();
            checks.trailing();
            checks.beforeTheTarget(ProtectionKeys.BREAKEVEN);
            checks.beforeTheTarget(ProtectionKeys.TRAILING_ACTIVATION);
        }
        return checks.problems;
    }

    private void sizeByRisk() {
        if (values.usable(TradingKeys.SIZING_TYPE)
                && values.get(TradingKeys.SIZING_TYPE) == Sizing.Rule.RISK_BASED
                && values.get(ProtectionKeys.STOP_LOSS).isEmpty()) {
            problem(
                    "`risk-based` needs a stop-loss, as the size is what may be lost by the distance of the stop",
                    A_STOP + "; or use another sizing.type",
                    TradingKeys.SIZING_TYPE);
        }
    }

    private void multiplesOfAStop() {
        if (values.get(ProtectionKeys.STOP_LOSS).isPresent()) {
            return;
        }
        for (Key<Optional<Distance>> key : List.of(
                ProtectionKeys.TAKE_PROFIT,
                ProtectionKeys.TRAILING_STOP,
                ProtectionKeys.TRAILING_ACTIVATION,
                ProtectionKeys.BREAKEVEN)) {
            if (distance(key).filter(Distance.RMultiple.class::isInstance).isPresent()) {
                problem("is a multiple of the stop-loss, and there is none", A_STOP + "; or write a percentage", key);
            }
        }
    }

    private void trailing() {
        if (!values.usable(ProtectionKeys.TRAILING_STOP)) {
            return;
        }
        Optional<Distance> trailing = values.get(ProtectionKeys.TRAILING_STOP);
        Optional<Distance> activation = distance(ProtectionKeys.TRAILING_ACTIVATION);
        if (activation.isPresent() && trailing.isEmpty()) {
            problem(
                    "has no effect without protection.trailing-stop",
                    "remove it, or set that key",
                    ProtectionKeys.TRAILING_ACTIVATION);
        } else if (activation.isPresent()
                && compared(trailing.get(), activation.get())
                        .filter(order -> order > 0)
                        .isPresent()) {
            problem(
                    "must be at least protection.trailing-stop, `"
                            + trailing.get().text() + "`, as the stop would begin on the losing side of the entry",
                    "write `" + trailing.get().text() + "` or more, or `off` for a stop that trails from the entry on",
                    ProtectionKeys.TRAILING_ACTIVATION);
        }
    }

    private void beforeTheTarget(Key<Optional<Distance>> key) {
        Optional<Distance> target = distance(ProtectionKeys.TAKE_PROFIT);
        Optional<Distance> profit = distance(key);
        if (target.isPresent()
                && profit.isPresent()
                && compared(profit.get(), target.get())
                        .filter(order -> order >= 0)
                        .isPresent()) {
            problem(
                    "must be below protection.take-profit, `" + target.get().text()
                            + "`, at which the position is closed",
                    "write less, or `off`",
                    key);
        }
    }

    private Optional<Distance> distance(Key<Optional<Distance>> key) {
        return values.usable(key) ? values.get(key) : Optional.empty();
    }

    /** As a comparator says it; empty when that is known only at the entry. */
    private Optional<Integer> compared(Distance one, Distance other) {
        Measure first = measured(one);
        Measure second = measured(other);
        return first.unit().equals(second.unit())
                ? Optional.of(first.amount().compareTo(second.amount()))
                : Optional.empty();
    }

    /** Distances of one unit can be compared. */
    private record Measure(String unit, BigDecimal amount) {}

    /** R is that of the stop-loss, where that is known before the order. */
    private Measure measured(Distance distance) {
        return switch (distance) {
            case Distance.Fraction(BigDecimal value) -> new Measure("%", value);
            case Distance.AtrMultiple(int period, BigDecimal factor) -> new Measure("atr " + period, factor);
            case Distance.RMultiple(BigDecimal factor) ->
                values.get(ProtectionKeys.STOP_LOSS)
                        .filter(stop -> !(stop instanceof Distance.RMultiple))
                        .map(this::measured)
                        .map(stop -> new Measure(stop.unit(), stop.amount().multiply(factor)))
                        .orElse(new Measure("R", factor));
        };
    }

    private void problem(String message, String hint, Key<?> key) {
        problems.add(values.problem(message, hint, key));
    }
}
