package io.metaexpert.protection;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * What distances are measured by, as it was at the entry.
 *
 * @param r the distance between the entry and the first stop; empty when there is none
 * @param atr average true ranges by period
 */
record Measures(Optional<BigDecimal> r, Map<Integer, Double> atr) {
    static final Measures NONE = new Measures(Optional.empty(), Map.of());

    Measures {
        atr = Map.copyOf(atr);
    }

    /** The average true ranges that some settings ask for. */
    static Measures at(ProtectionSettings settings, IntToDoubleFunction atr) {
        if (!settings.usesRange()) {
            return NONE;
        }
        Map<Integer, Double> known = new TreeMap<>();
        for (int period : settings.atrPeriods()) {
            double value = atr.applyAsDouble(period);
            if (Double.isFinite(value) && value > 0) {
                known.put(period, value);
            }
        }
        return new Measures(Optional.empty(), known);
    }

    Measures with(BigDecimal distance) {
        return new Measures(Optional.of(distance), atr);
    }

    /** A distance in quote currency; empty when what it is measured by is not known. Pattern switches are slow at first: see performance.md. */
    Optional<BigDecimal> of(Distance distance, BigDecimal price) {
        if (distance instanceof Distance.Fraction fraction) {
            return Optional.of(price.multiply(fraction.value()));
        } else if (distance instanceof Distance.AtrMultiple multiple) {
            return Optional.ofNullable(atr.get(multiple.period()))
                    .map(range -> multiple.factor().multiply(BigDecimal.valueOf(range)));
        }
        Distance.RMultiple multiple = (Distance.RMultiple) distance;
        return r.map(multiple.factor()::multiply);
    }

    static Stream<Integer> period(Distance distance) {
        return distance instanceof Distance.AtrMultiple multiple ? Stream.of(multiple.period()) : Stream.empty();
    }
}
