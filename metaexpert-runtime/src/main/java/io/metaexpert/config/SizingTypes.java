package io.metaexpert.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads {@code sizing.value}. Which currency is the base is known only with the symbols, see {@link Checks}. */
final class SizingTypes {
    static final ValueType<SizingValue> VALUE = ValueType.of(
            "a quantity, an amount or a percentage, such as `0.01 BTC`, `1000 USDT` or `10%`",
            Map.of("anyOf", List.of(ValueTypes.MONEY_AMOUNT.schema(), ValueTypes.PERCENTAGE.schema())),
            SizingTypes::parse,
            SizingValue::text);

    private SizingTypes() {}

    private static SizingValue parse(String text) throws BadValue {
        if (text.endsWith("%")) {
            return new SizingValue.EquityShare(share(text));
        }
        if (ValueTypes.isNumber(text)) {
            String percent = ValueTypes.percentText(ValueTypes.number(text));
            throw new BadValue(
                    "needs a unit",
                    "write `" + text + "%`, or `" + percent
                            + "` if the number was meant as a fraction, or an amount such as `" + text + " USDT`");
        }
        return new SizingValue.Quote(ValueTypes.MONEY_AMOUNT.parser().parse(List.of(text)));
    }

    private static BigDecimal share(String text) throws BadValue {
        BigDecimal fraction = ValueTypes.PERCENTAGE.parser().parse(List.of(text));
        if (fraction.signum() == 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new BadValue(
                    "must be above 0% and at most 100%",
                    "more than all of the equity is a matter of `sizing.leverage`");
        }
        return fraction;
    }
}
