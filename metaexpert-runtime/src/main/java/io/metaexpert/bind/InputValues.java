package io.metaexpert.bind;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads and prints the values of inputs. */
final class InputValues {
    private InputValues() {}

    /** The names of an enum's constants as they are written in the configuration: {@code LONG_ONLY} is {@code long-only}. */
    static List<String> choices(Class<?> type) {
        List<String> choices = new ArrayList<>();
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            for (Object constant : constants) {
                choices.add(kebab(constant));
            }
        } else if (type == boolean.class) {
            choices.add("true");
            choices.add("false");
        }
        return choices;
    }

    private static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String print(Object value, boolean percent) {
        if (value instanceof Double number) {
            return percent ? InputType.percent(number) : InputType.number(number);
        }
        if (value instanceof Duration duration) {
            return Durations.print(duration);
        }
        return value instanceof Enum<?> ? kebab(value) : value.toString();
    }

    /** Whether a number is finite and within the limits; true of all else. */
    static boolean isWithin(Object value, InputSpec spec) {
        return !(value instanceof Number number)
                || (Double.isFinite(number.doubleValue())
                        && number.doubleValue() >= spec.min()
                        && number.doubleValue() <= spec.max());
    }

    /** The value to put into the field, or empty with a problem reported. */
    static Optional<Object> parse(InputSpec spec, Field field, String text, List<Problem> problems) {
        String given = text.strip();
        if (spec.percent() && !given.endsWith("%") && decimal(given).isPresent()) {
            report(
                    spec,
                    field,
                    "\"" + text + "\" has no unit, allowed is " + spec.allowed(),
                    "Write " + given + "% for " + given + " percent, "
                            + InputType.percent(decimal(given).get().doubleValue()) + " for the fraction " + given
                            + ".",
                    problems);
            return Optional.empty();
        }
        Optional<?> value = parse(spec, field.getType(), spec.type() == InputType.STRING ? text : given);
        if (value.isEmpty()) {
            report(spec, field, "\"" + text + "\" is not " + spec.allowed(), hint(spec, given), problems);
            return Optional.empty();
        }
        if (!isWithin(value.get(), spec)) {
            report(
                    spec,
                    field,
                    print(value.get(), spec.percent()) + " is out of range, allowed is " + spec.allowed(),
                    "The range stands at the @Input of "
                            + field.getDeclaringClass().getSimpleName() + ".",
                    problems);
            return Optional.empty();
        }
        return Optional.of(value.get());
    }

    private static String hint(InputSpec spec, String given) {
        String question = Similar.question(Similar.to(given, spec.choices()));
        String fallback = spec.defaultValue().isPresent()
                ? "The default is " + spec.defaultValue().get() + "."
                : "The field has no default, so a value must be given.";
        return question + fallback;
    }

    private static Optional<?> parse(InputSpec spec, Class<?> type, String text) {
        return switch (spec.type()) {
            case INT -> whole(text).filter(n -> n == n.intValue()).map(Long::intValue);
            case LONG -> whole(text);
            case DOUBLE -> spec.percent() ? percent(text) : decimal(text).map(BigDecimal::doubleValue);
            case BOOLEAN -> bool(text);
            case STRING -> Optional.of(text);
            case ENUM -> constant(type, text);
            case DURATION -> Durations.parseAny(text);
        };
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Double> percent(String text) {
        return text.endsWith("%")
                ? decimal(text.substring(0, text.length() - 1).strip())
                        .map(n -> n.movePointLeft(2).doubleValue())
                : Optional.empty();
    }

    private static Optional<Boolean> bool(String text) {
        return text.equalsIgnoreCase("true")
                ? Optional.of(true)
                : text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    private static Optional<?> constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants == null ? new Object[0] : constants) {
            if (kebab(constant).equalsIgnoreCase(text.replace('_', '-'))) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static void report(InputSpec spec, Field field, String message, String hint, List<Problem> problems) {
        problems.add(new Problem(field, "inputs." + spec.name() + ": " + message, hint));
    }
}
