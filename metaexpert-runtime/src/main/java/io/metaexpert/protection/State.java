package io.metaexpert.protection;

import io.metaexpert.market.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a {@link ProtectedPosition} remembers, and how it is written down: decimals and doubles read back as they were. */
final class State {
    private static final String ATR = "atr-";

    BigDecimal entry;
    BigDecimal quantity;
    /** Of the entries of {@link #feeQuantity}, which is what is held, or more when a part was closed since. */
    BigDecimal fee;

    BigDecimal feeQuantity;

    double best;
    Measures measures = Measures.NONE;
    boolean wantsStop;

    @Nullable
    BigDecimal level;

    /** The same as a double, as it is compared at every bar; NaN while there is none. */
    double levelEstimate = Double.NaN;

    StopReason reason = StopReason.STOP_LOSS;
    /** Whether the trailing stop follows. */
    boolean armed;
    /** Whether breakeven has come. */
    boolean even;

    State(BigDecimal entry, BigDecimal quantity, BigDecimal fee) {
        this.entry = entry;
        this.quantity = quantity;
        this.fee = fee;
        this.feeQuantity = quantity;
    }

    void add(BigDecimal more, BigDecimal itsFee) {
        if (feeQuantity.compareTo(quantity) != 0) {
            fee = fee.multiply(quantity).divide(feeQuantity, MathContext.DECIMAL128);
        }
        quantity = quantity.add(more);
        fee = fee.add(itsFee);
        feeQuantity = quantity;
    }

    BigDecimal feePerUnit() {
        return fee.divide(feeQuantity, MathContext.DECIMAL128);
    }

    void level(BigDecimal now) {
        level = now;
        levelEstimate = Decimals.toDouble(now);
    }

    SortedMap<String, String> toMap() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("entry", entry.toString());
        values.put("quantity", quantity.toString());
        values.put("fee", fee.toString());
        values.put("fee-quantity", feeQuantity.toString());
        values.put("best", Double.toString(best));
        values.put("wants-stop", Boolean.toString(wantsStop));
        values.put("armed", Boolean.toString(armed));
        values.put("even", Boolean.toString(even));
        values.put("reason", reason.name());
        if (level != null) {
            values.put("level", level.toString());
        }
        measures.r().ifPresent(r -> values.put("r", r.toString()));
        measures.atr().forEach((period, range) -> values.put(ATR + period, Double.toString(range)));
        return values;
    }

    static State of(Map<String, String> values) {
        State state = new State(decimal(values, "entry"), decimal(values, "quantity"), decimal(values, "fee"));
        state.feeQuantity = decimal(values, "fee-quantity");
        state.best = Double.parseDouble(value(values, "best"));
        state.wantsStop = Boolean.parseBoolean(value(values, "wants-stop"));
        state.armed = Boolean.parseBoolean(value(values, "armed"));
        state.even = Boolean.parseBoolean(value(values, "even"));
        state.reason = StopReason.valueOf(value(values, "reason"));
        if (values.containsKey("level")) {
            state.level(decimal(values, "level"));
        }
        Map<Integer, Double> atr = new TreeMap<>();
        values.forEach((key, text) -> {
            if (key.startsWith(ATR)) {
                atr.put(Integer.valueOf(key.substring(ATR.length())), Double.valueOf(text));
            }
        });
        state.measures =
                new Measures(values.containsKey("r") ? Optional.of(decimal(values, "r")) : Optional.empty(), atr);
        return state;
    }

    private static BigDecimal decimal(Map<String, String> values, String key) {
        return new BigDecimal(value(values, key));
    }

    private static String value(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the stop of a position was written down without its \"" + key + "\"");
        }
        return text;
    }
}
