package io.metaexpert.config;

import io.metaexpert.risk.FilterSettings;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of values that filters take. */
final class FilterTypes {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");
    private static final String TIMES = "([0-9]{1,4}(?:\\.[0-9]{1,6})?)x";
    private static final Pattern BOUNDS = Pattern.compile(TIMES + " ?- ?" + TIMES);

    /** Hours of the day. A range such as 9-17 would leave open whether the last hour is in. */
    static final ValueType<Set<Integer>> HOURS = list(
            "a list of hours from 0 to 23, such as `[9, 10, 11]`",
            0,
            23,
            items -> numbers(items, 0, 23),
            hours -> join(new TreeSet<>(hours)));

    static final ValueType<Set<DayOfWeek>> DAYS = list(
            "a list of days from 1 (Monday) to 7 (Sunday), such as `[1, 2, 3]`",
            1,
            7,
            items -> numbers(items, 1, 7).stream().map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet()),
            days -> join(days.stream().map(DayOfWeek::getValue).collect(Collectors.toCollection(TreeSet::new))));

    static final ValueType<FilterSettings.Band> BAND = ValueType.of(
            "two multiples, the lower one first, such as `0.5x-3x`",
            ValueTypes.ordered("type", "string", "pattern", "^" + BOUNDS.pattern() + "$"),
            FilterTypes::band,
            band -> times(band.low()) + "-" + times(band.high()));

    private FilterTypes() {}

    private static <T> ValueType<T> list(
            String allowed,
            int least,
            int most,
            ValueType.Parser<T> parser,
            java.util.function.Function<T, String> format) {
        Map<String, Object> one = ValueTypes.ordered("type", "integer", "minimum", least, "maximum", most);
        Map<String, Object> many =
                ValueTypes.ordered("type", "array", "items", one, "minItems", 1, "uniqueItems", true);
        return new ValueType<>(allowed, Map.of("anyOf", List.of(one, many)), true, parser, format);
    }

    private static Set<Integer> numbers(List<String> items, int least, int most) throws BadValue {
        Set<Integer> numbers = new TreeSet<>();
        for (String item : items) {
            if (!numbers.add(one(item, least, most))) {
                throw new BadValue("names `" + item + "` twice", "");
            }
        }
        if (numbers.isEmpty()) {
            throw new BadValue("needs at least one value", "write `all` for no such filter");
        }
        return Set.copyOf(numbers);
    }

    private static int one(String item, int least, int most) throws BadValue {
        if (!item.matches("[0-9]{1,2}") || Integer.parseInt(item) < least || Integer.parseInt(item) > most) {
            throw new BadValue("`" + item + "` is not a whole number from " + least + " to " + most, guess(item, most));
        }
        return Integer.parseInt(item);
    }

    private static String guess(String item, int most) {
        Matcher range = RANGE.matcher(item);
        if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            return first < last && last <= most
                    ? "name them one by one: `"
                            + IntStream.rangeClosed(first, last).boxed().toList() + "`"
                    : "name them one by one";
        }
        if (most == DayOfWeek.SUNDAY.getValue() && item.length() >= 2) {
            String name = item.toUpperCase(Locale.ROOT);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().startsWith(name)) {
                    return "write `" + day.getValue() + "`; 1 is Monday, 7 is Sunday";
                }
            }
        }
        return "";
    }

    private static FilterSettings.Band band(String text) throws BadValue {
        Matcher matcher = BOUNDS.matcher(text);
        if (!matcher.matches()) {
            throw new BadValue("is not a band", "write it like `0.5x-3x`");
        }
        double low = Double.parseDouble(matcher.group(1));
        double high = Double.parseDouble(matcher.group(2));
        if (low >= high) {
            throw new BadValue("must name the lower multiple first", "");
        }
        return new FilterSettings.Band(low, high);
    }

    private static String times(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + "x";
    }

    private static String join(Set<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
