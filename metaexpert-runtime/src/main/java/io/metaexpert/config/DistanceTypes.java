package io.metaexpert.config;

import io.metaexpert.protection.Distance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads distances of stops and targets. */
final class DistanceTypes {
    private static final String FACTOR = "([0-9]{1,4}(?:\\.[0-9]{1,10})?)";
    private static final Pattern MULTIPLE = Pattern.compile(FACTOR + "R");
    private static final Pattern ATR = Pattern.compile("atr\\(([0-9]{1,4})\\)\\*" + FACTOR);
    private static final Pattern ATR_LAST = Pattern.compile(FACTOR + "\\*(atr\\([0-9]{1,4}\\))");
    private static final Pattern ATR_ALONE = Pattern.compile("atr\\([0-9]{1,4}\\)");

    /** Of a stop: a share of the price is below all of it. */
    static final ValueType<Distance> STOP =
            type("a percentage below 100%", value -> value.compareTo(BigDecimal.ONE) < 0, "must be below 100%");

    /** Of a profit, which may be more than the whole price. */
    static final ValueType<Distance> PROFIT =
            type("a percentage", value -> value.compareTo(BigDecimal.TEN) <= 0, "must be at most 1000%");

    private DistanceTypes() {}

    private static ValueType<Distance> type(
            String percentage, java.util.function.Predicate<BigDecimal> fits, String message) {
        return ValueType.of(
                percentage
                        + " such as `2%`, a multiple of the stop's distance such as `1.5R`, or of the ATR such as `atr(14)*2`",
                ValueTypes.ordered("type", "string", "pattern", "^([0-9_.]+ ?%|" + MULTIPLE + "|" + ATR + ")$"),
                text -> {
                    Distance distance = parse(text);
                    if (distance instanceof Distance.Fraction(BigDecimal value) && !fits.test(value)) {
                        throw new BadValue(message, "");
                    }
                    return distance;
                },
                Distance::text);
    }

    private static Distance parse(String text) throws BadValue {
        Matcher multiple = MULTIPLE.matcher(text);
        if (multiple.matches()) {
            return new Distance.RMultiple(positive(multiple.group(1)));
        }
        Matcher atr = ATR.matcher(text);
        if (atr.matches()) {
            return new Distance.AtrMultiple(period(atr.group(1)), positive(atr.group(2)));
        }
        if (text.endsWith("%")) {
            BigDecimal value = ValueTypes.PERCENTAGE.parser().parse(List.of(text));
            return new Distance.Fraction(positive(value.toPlainString()));
        }
        if (ValueTypes.isNumber(text)) {
            throw new BadValue(
                    "needs a unit",
                    "write " + String.join(", or ", LimitTypes.percentages(text)) + ", or `" + text
                            + "R` for a multiple of the stop's distance");
        }
        throw new BadValue("is not a distance", guess(text));
    }

    private static BigDecimal positive(String text) throws BadValue {
        BigDecimal value = ValueTypes.number(text).stripTrailingZeros();
        if (value.signum() == 0) {
            throw new BadValue("must be above 0", "`off` is none");
        }
        return value;
    }

    private static int period(String text) throws BadValue {
        int period = Integer.parseInt(text);
        if (period < 1 || period > 1000) {
            throw new BadValue("needs an ATR over 1 to 1000 bars", "write it like `atr(14)*2`");
        }
        return period;
    }

    /** The nearest form to a distance that was written in another way. */
    private static String guess(String text) {
        String plain = text.replace(" ", "").toLowerCase(Locale.ROOT).replace('x', '*');
        Matcher last = ATR_LAST.matcher(plain);
        if (last.matches()) {
            return "did you mean `" + last.group(2) + "*" + last.group(1) + "`?";
        }
        if (ATR_ALONE.matcher(plain).matches()) {
            return "did you mean `" + plain + "*1`?";
        }
        String multiple = plain.replace('r', 'R');
        if (MULTIPLE.matcher(multiple).matches()) {
            return "did you mean `" + multiple + "`?";
        }
        return ATR.matcher(plain).matches() ? "did you mean `" + plain + "`?" : "";
    }
}
