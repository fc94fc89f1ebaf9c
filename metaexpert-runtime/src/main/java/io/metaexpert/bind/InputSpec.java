package io.metaexpert.bind;

import java.util.List;
import java.util.Optional;

/**
 * One input of an expert class, for documentation, validation and optimization.
 *
 * @param name of the field, as in {@code inputs:}
 * @param defaultValue the value of the source as text; empty where it is null, so that a value must be given
 * @param min the least value allowed, as the field holds it; negative infinity for none
 * @param max the largest value allowed, as the field holds it; positive infinity for none
 * @param step of the optimizer; 0 for none
 * @param percent whether the value is written as percentage; the field, min, max and step hold the fraction
 * @param choices the values of an enum and of a boolean; else empty
 */
public record InputSpec(
        String name,
        InputType type,
        Optional<String> defaultValue,
        double min,
        double max,
        double step,
        boolean percent,
        String description,
        List<String> choices) {
    public InputSpec {
        choices = List.copyOf(choices);
    }

    /** What is allowed, for messages: {@code a whole number from 5 to 50}. */
    public String allowed() {
        return switch (type) {
            case INT, LONG -> "a whole number" + range();
            case DOUBLE -> (percent ? "a percentage" : "a number") + range();
            case BOOLEAN, ENUM -> "one of " + String.join(", ", choices);
            case STRING -> "a text";
            case DURATION -> "a duration, such as " + Durations.EXAMPLES;
        };
    }

    private String range() {
        if (min == Double.NEGATIVE_INFINITY) {
            return max == Double.POSITIVE_INFINITY ? "" : " of at most " + number(max);
        }
        return max == Double.POSITIVE_INFINITY
                ? " of at least " + number(min)
                : " from " + number(min) + " to " + number(max);
    }

    private String number(double value) {
        return percent ? InputType.percent(value) : InputType.number(value);
    }
}
