package io.metaexpert.config;

import io.metaexpert.market.Money;
import io.metaexpert.risk.LossLimit;
import io.metaexpert.risk.StressGap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds of values that limits take. */
final class LimitTypes {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Of something of which there is no more than all of it. */
    static final ValueType<BigDecimal> SHARE = ValueType.of(
            "a percentage up to 100%, such as `20%`",
            ValueTypes.PERCENTAGE.schema(), LimitTypes::share, ValueTypes::percentText);

    /** Above nothing and below all of a price. */
    static final ValueType<BigDecimal> PART = ValueType.of(
            "a percentage below 100%, such as `0.1%`",
            ValueTypes.PERCENTAGE.schema(), LimitTypes::part, ValueTypes::percentText);

    static final ValueType<LossLimit> LOSS = ValueType.of(
            "an amount such as `1000 USDT`, or a percentage up to 100%, such as `5%`",
            Map.of("anyOf", List.of(ValueTypes.MONEY_AMOUNT.schema(), ValueTypes.PERCENTAGE.schema())),
            LimitTypes::loss,
            LimitTypes::lossText);

    static final ValueType<StressGap> STRESS_GAP = ValueType.of(
            "`by-class`, `off` or a percentage below 100%, such as `15%`",
            Map.of(
                    "anyOf",
                    List.of(
                            Map.of("enum", ValueType.spellings("off")),
                            Map.of("enum", List.of("by-class")),
                            ValueTypes.PERCENTAGE.schema())),
            LimitTypes::stressGap,
            LimitTypes::stressGapText);

    private LimitTypes() {}

    private static BigDecimal share(String text) throws BadValue {
        BigDecimal value = percentage(text);
        if (value.signum() == 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new BadValue("must be above 0% and at most 100%", "");
        }
        return value;
    }

    private static BigDecimal part(String text) throws BadValue {
        BigDecimal value = percentage(text);
        if (value.signum() == 0 || value.compareTo(BigDecimal.ONE) >= 0) {
            throw new BadValue("must be above 0% and below 100%", "");
        }
        return value;
    }

    private static BigDecimal percentage(String text) throws BadValue {
        if (ValueTypes.isNumber(text)) {
            throw new BadValue("needs a unit", "write " + String.join(", or ", percentages(text)));
        }
        return ValueTypes.PERCENTAGE.parser().parse(List.of(text));
    }

    /** What a bare number may have meant: a number up to 1 may be a fraction, one above 100 is no percentage. */
    static List<String> percentages(String number) throws BadValue {
        BigDecimal value = ValueTypes.number(number);
        List<String> readings = new ArrayList<>();
        if (value.compareTo(HUNDRED) <= 0) {
            readings.add("`" + number + "%`");
        }
        if (value.compareTo(BigDecimal.ONE) <= 0) {
            readings.add("`" + ValueTypes.percentText(value) + "` if the number was meant as a fraction");
        }
        return readings.isEmpty() ? List.of("a share such as `5%`") : readings;
    }

    private static LossLimit loss(String text) throws BadValue {
        if (ValueTypes.isNumber(text)) {
            throw new BadValue(
                    "needs a unit",
                    "write `" + text + " USDT` for an amount, or for a share of the day's first equity "
                            + String.join(", or ", percentages(text)).replace("a share such as", "something like"));
        }
        return text.endsWith("%")
                ? new LossLimit.Share(share(text))
                : new LossLimit.Amount(ValueTypes.MONEY_AMOUNT.parser().parse(List.of(text)));
    }

    private static String lossText(LossLimit limit) {
        return switch (limit) {
            case LossLimit.Amount(Money money) -> money.toString();
            case LossLimit.Share(BigDecimal fraction) -> ValueTypes.percentText(fraction);
        };
    }

    private static StressGap stressGap(String text) throws BadValue {
        return switch (text) {
            case "by-class" -> new StressGap.ByClass();
            case Keys.OFF -> new StressGap.Off();
            default -> {
                if (Character.isLetter(text.charAt(0))) {
                    throw new BadValue(
                            "is not one of the allowed values",
                            Suggestions.didYouMean(text, List.of("by-class", Keys.OFF)));
                }
                yield new StressGap.Fixed(part(text));
            }
        };
    }

    private static String stressGapText(StressGap gap) {
        return switch (gap) {
            case StressGap.ByClass() -> "by-class";
            case StressGap.Fixed(BigDecimal fraction) -> ValueTypes.percentText(fraction);
            case StressGap.Off() -> Keys.OFF;
        };
    }
}
