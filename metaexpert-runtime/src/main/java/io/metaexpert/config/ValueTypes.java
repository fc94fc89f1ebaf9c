package io.metaexpert.config;

import io.metaexpert.market.Money;
import io.metaexpert.market.Timeframe;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values that keys take. Numbers are plain decimals; where a unit is needed it is part of the value. */
final class ValueTypes {
    private static final String DECIMAL = "[0-9]{1,20}(?:_[0-9]{3})*(?:\\.[0-9]{1,20})?";
    private static final Pattern NUMBER = Pattern.compile("-?" + DECIMAL);
    private static final Pattern PERCENT = Pattern.compile("(" + DECIMAL + ") ?%");
    private static final Pattern MONEY = Pattern.compile("(" + DECIMAL + ") ?([A-Z][A-Z0-9]{1,11})");
    private static final Pattern TIMES = Pattern.compile("(" + DECIMAL + ")x");
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(KB|MB|GB)");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    static final ValueType<Boolean> BOOLEAN = ValueType.of(
            "`true` or `false`",
            Map.of("type", "boolean"),
            text -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default ->
                    throw new BadValue("must be true or false", Suggestions.didYouMean(text, List.of("true", "false")));
            },
            String::valueOf);

    /** Free text of at most 200 characters on one line. */
    static final ValueType<String> TEXT = ValueType.of(
            "text", Map.of("type", List.of("string", "number", "boolean")), ValueTypes::text, text -> text);

    static final ValueType<BigDecimal> PERCENTAGE = ValueType.of(
            "a percentage, such as `0.1%`", pattern(PERCENT), ValueTypes::percent, ValueTypes::percentText);

    static final ValueType<BigDecimal> SIGNED_PERCENTAGE = ValueType.of(
            "a percentage, such as `0.01%` or `-0.01%`",
            ordered("type", "string", "pattern", "^-?" + PERCENT.pattern() + "$"),
            text -> text.startsWith("-") ? percent(text.substring(1)).negate() : percent(text),
            ValueTypes::percentText);

    static final ValueType<Money> MONEY_AMOUNT = ValueType.of(
            "an amount with its currency, such as `1000 USDT`", pattern(MONEY), ValueTypes::money, Money::toString);

    static final ValueType<BigDecimal> LEVERAGE =
            ValueType.of("`1x` to `125x`", pattern(TIMES), ValueTypes::leverage, value -> value.toPlainString() + "x");

    static final ValueType<Duration> DURATION = ValueType.of(
            "a duration, such as `150ms` or `5s`", pattern(LENGTH), ValueTypes::duration, ValueTypes::durationText);

    static final ValueType<Long> FILE_SIZE =
            ValueType.of("a size, such as `10 MB`", pattern(SIZE), ValueTypes::fileSize, ValueTypes::fileSizeText);

    static final ValueType<BigDecimal> POSITIVE = ValueType.of(
            "a number above 0",
            ordered("type", "number", "exclusiveMinimum", 0),
            text -> atLeast(text, "must be above 0", 1),
            BigDecimal::toPlainString);

    static final ValueType<BigDecimal> NOT_NEGATIVE = ValueType.of(
            "a number of at least 0",
            ordered("type", "number", "minimum", 0),
            text -> atLeast(text, "must be at least 0", 0),
            BigDecimal::toPlainString);

    static final ValueType<Instant> TIME = ValueType.of(
            "a date (00:00 UTC) or an instant, such as `2024-01-31` or `2024-01-31T12:00:00Z`",
            ordered("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$"),
            ValueTypes::instant,
            Instant::toString);

    static final ValueType<Path> PATH =
            ValueType.of("a path", ordered("type", "string", "minLength", 1), ValueTypes::path, ValueTypes::pathText);

    static final ValueType<Timeframe> TIMEFRAME = named(Arrays.stream(Timeframe.values())
            .collect(Collectors.toMap(Timeframe::toString, frame -> frame, (a, b) -> a, LinkedHashMap::new)));

    static final ValueType<List<String>> SYMBOLS = symbols();

    private ValueTypes() {}

    /** The constants of an enum in kebab case. */
    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            names.put(word(constant), constant);
        }
        return named(names);
    }

    /** One of the constants of an enum in kebab case, or a list of them without repetition. */
    static <E extends Enum<E>> ValueType<List<E>> choices(Class<E> type) {
        ValueType<E> one = choice(type);
        return new ValueType<>(
                one.allowed() + ", or a list of them",
                Map.of("anyOf", List.of(one.schema(), ordered("type", "array", "items", one.schema(), "minItems", 1))),
                true,
                items -> several(one, items),
                values -> values.stream().map(ValueTypes::word).collect(Collectors.joining(", ")));
    }

    private static <E> List<E> several(ValueType<E> one, List<String> items) throws BadValue {
        List<E> values = new ArrayList<>();
        for (String item : items) {
            E value = one.parser().parse(List.of(item));
            if (values.contains(value)) {
                throw new BadValue("names `" + item + "` twice", "");
            }
            values.add(value);
        }
        if (values.isEmpty()) {
            throw new BadValue("needs at least one value", "");
        }
        return List.copyOf(values);
    }

    /** The constants of an enum as they are spelled. */
    static <E extends Enum<E>> ValueType<E> upperCaseChoice(Class<E> type) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            names.put(constant.name(), constant);
        }
        return named(names);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A whole number within bounds. */
    static ValueType<Integer> whole(int least, int most) {
        ValueType<Long> wide = wholeLong(least, most);
        return new ValueType<>(
                wide.allowed(),
                wide.schema(),
                false,
                items -> wide.parser().parse(items).intValue(),
                String::valueOf);
    }

    static ValueType<Long> wholeLong(long least, long most) {
        return ValueType.of(
                "a whole number from " + least + " to " + most,
                ordered("type", "integer", "minimum", least, "maximum", most),
                text -> {
                    BigDecimal value = number(text);
                    boolean inside = value.compareTo(BigDecimal.valueOf(least)) >= 0
                            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
                    if (value.stripTrailingZeros().scale() > 0 || !inside) {
                        throw new BadValue("must be a whole number from " + least + " to " + most, "");
                    }
                    return value.longValueExact();
                },
                String::valueOf);
    }

    private static <T> ValueType<T> named(Map<String, T> names) {
        Map<T, String> texts = new LinkedHashMap<>();
        names.forEach((name, value) -> texts.put(value, name));
        return ValueType.of(
                names.keySet().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                Map.of("enum", List.copyOf(names.keySet())),
                text -> {
                    T value = names.get(text);
                    if (value == null) {
                        throw new BadValue(
                                "is not one of the allowed values", Suggestions.didYouMean(text, names.keySet()));
                    }
                    return value;
                },
                value -> java.util.Objects.requireNonNull(texts.get(value)));
    }

    private static ValueType<List<String>> symbols() {
        Map<String, Object> one =
                ordered("type", "string", "pattern", "^[A-Z0-9]+/?[A-Z0-9]+(:[A-Z0-9]+)?(-[0-9]{6}(-[0-9.]+-[CP])?)?$");
        Map<String, Object> many = ordered("type", "array", "items", one, "minItems", 1, "uniqueItems", true);
        return new ValueType<>(
                "base and quote such as `BTC/USDT` (or `BTCUSDT`), with an expiry `BTC/USDT-260327`, an option `BTC/USD-260327-100000-C`, or a list of them",
                Map.of("anyOf", List.of(one, many)),
                true,
                Symbols::parse,
                symbols -> String.join(", ", symbols));
    }

    private static String text(String text) throws BadValue {
        if (text.isBlank() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadValue("must be one line of 1 to 200 characters", "");
        }
        return text;
    }

    static BigDecimal number(String text) throws BadValue {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadValue(
                    "is not a plain decimal number", "write it like 1000 or 0.01, without thousands separators");
        }
        return decimal(text);
    }

    /** Whether a text is a number without sign and unit. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && !text.startsWith("-");
    }

    private static BigDecimal atLeast(String text, String message, int signum) throws BadValue {
        BigDecimal value = number(text);
        if (value.signum() < signum) {
            throw new BadValue(message, "");
        }
        return value;
    }

    private static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text.replace("_", "")).stripTrailingZeros();
        return value.signum() == 0 ? BigDecimal.ZERO : value;
    }

    private static BigDecimal percent(String text) throws BadValue {
        Matcher matcher = PERCENT.matcher(text);
        if (matcher.matches()) {
            return decimal(matcher.group(1)).divide(HUNDRED).stripTrailingZeros();
        }
        if (NUMBER.matcher(text).matches()) {
            String fraction = percentText(decimal(text));
            throw new BadValue(
                    "needs a unit",
                    "write `" + text + "%`, or `" + fraction + "` if the number was meant as a fraction");
        }
        throw new BadValue("is not a percentage", "write it like `0.1%`");
    }

    static String percentText(BigDecimal fraction) {
        return fraction.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%";
    }

    private static Money money(String text) throws BadValue {
        Matcher matcher = MONEY.matcher(text);
        if (!matcher.matches()) {
            boolean bare = NUMBER.matcher(text).matches();
            throw new BadValue(
                    bare ? "needs a currency" : "is not an amount with its currency",
                    bare ? "write `" + text + " USDT`" : "write it like `1000 USDT`");
        }
        Money money = new Money(decimal(matcher.group(1)), matcher.group(2));
        if (money.amount().signum() == 0) {
            throw new BadValue("must be above 0", "");
        }
        return money;
    }

    private static BigDecimal leverage(String text) throws BadValue {
        Matcher matcher = TIMES.matcher(text);
        if (!matcher.matches()) {
            boolean bare = NUMBER.matcher(text).matches();
            throw new BadValue(
                    bare ? "needs a unit" : "is not a leverage", bare ? "write `" + text + "x`" : "write it like `3x`");
        }
        BigDecimal value = decimal(matcher.group(1));
        if (value.compareTo(BigDecimal.ONE) < 0 || value.compareTo(new BigDecimal(125)) > 0) {
            throw new BadValue("must be from 1x to 125x", "");
        }
        return value;
    }

    private static Duration duration(String text) throws BadValue {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            boolean bare = NUMBER.matcher(text).matches();
            throw new BadValue(
                    bare ? "needs a unit" : "is not a duration",
                    bare ? "write `" + text + "ms` or `" + text + "s`" : "write it like `150ms` or `5s`");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    static String durationText(Duration duration) {
        return duration.isZero() || duration.toMillis() % 1000 != 0
                ? duration.toMillis() + "ms"
                : duration.toSeconds() + "s";
    }

    private static long fileSize(String text) throws BadValue {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            boolean bare = NUMBER.matcher(text).matches();
            throw new BadValue(
                    bare ? "needs a unit" : "is not a size",
                    bare ? "write `" + text + " KB` or `" + text + " MB`" : "write it like `10 MB`");
        }
        long amount = Long.parseLong(matcher.group(1)) * bytes(matcher.group(2));
        if (amount == 0) {
            throw new BadValue("must be above 0", "");
        }
        return amount;
    }

    private static String fileSizeText(long bytes) {
        for (String unit : List.of("GB", "MB")) {
            if (bytes % bytes(unit) == 0) {
                return bytes / bytes(unit) + " " + unit;
            }
        }
        return bytes / bytes("KB") + " KB";
    }

    private static long bytes(String unit) {
        return switch (unit) {
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            default -> 1L << 30;
        };
    }

    private static Instant instant(String text) throws BadValue {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadValue(
                    "is not a date or an instant", "write it like `2024-01-31` or `2024-01-31T12:00:00Z` (UTC)");
        }
    }

    private static Path path(String text) throws BadValue {
        try {
            return Path.of(text(text));
        } catch (InvalidPathException e) {
            throw new BadValue("is not a path of this system", "");
        }
    }

    private static String pathText(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Map<String, Object> pattern(Pattern pattern) {
        return new TreeMap<>(ordered("type", "string", "pattern", "^" + pattern.pattern() + "$"));
    }

    /** Always written in the same order, unlike {@link Map#of}. */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
