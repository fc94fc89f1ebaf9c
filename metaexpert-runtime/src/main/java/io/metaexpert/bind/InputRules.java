package io.metaexpert.bind;

import io.metaexpert.bind.ExpertModel.FieldModel;
import io.metaexpert.bind.ExpertModel.InputLimits;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a field an input. */
final class InputRules {
    private InputRules() {}

    static void check(FieldModel field, List<Problem> problems) {
        checkModifiers(field, problems);
        if (InputType.of(field.type(), field.isEnum()).isEmpty()) {
            report(
                    field,
                    "an @Input cannot be of type "
                            + field.type().substring(field.type().lastIndexOf('.') + 1),
                    "Allowed: int, long, double, boolean, String, an enum, java.time.Duration.",
                    problems);
            return;
        }
        InputType type = InputType.of(field.type(), field.isEnum()).get();
        checkLimits(field, type, problems);
    }

    private static void checkModifiers(FieldModel field, List<Problem> problems) {
        String wrong = "";
        if (Modifier.isPrivate(field.modifiers())) {
            wrong = "private";
        }
        if (Modifier.isStatic(field.modifiers())) {
            wrong = wrong.isEmpty() ? "static" : wrong + " static";
        }
        if (Modifier.isFinal(field.modifiers())) {
            wrong = wrong.isEmpty() ? "final" : wrong + " final";
        }
        if (!wrong.isEmpty()) {
            report(field, "an @Input must not be " + wrong, "Remove " + wrong + ".", problems);
        }
    }

    private static void checkLimits(FieldModel field, InputType type, List<Problem> problems) {
        InputLimits limits = field.limits();
        if (limits.isNumeric() && !type.isNumber()) {
            report(field, "min, max and step are for numbers, not for " + type.text(), "Remove them.", problems);
            return;
        }
        if (limits.percent() && type != InputType.DOUBLE) {
            report(
                    field,
                    "percent is for double, not for " + type.text(),
                    "Make the field a double; it holds the fraction, 0.02 for 2%.",
                    problems);
        }
        if (!(limits.min() <= limits.max())) {
            report(
                    field,
                    "min " + InputType.number(limits.min()) + " is above max " + InputType.number(limits.max()),
                    "Exchange them.",
                    problems);
        }
        if (!(limits.step() >= 0 && limits.step() < Double.POSITIVE_INFINITY)) {
            report(
                    field,
                    "step " + InputType.number(limits.step()) + " is not allowed",
                    "Write a step above zero, or none.",
                    problems);
        }
    }

    /** Rules on all inputs of a class: each name is there once. */
    static void checkTogether(ExpertModel model, List<Problem> problems) {
        Map<String, FieldModel> byName = new HashMap<>();
        for (FieldModel field : model.fields()) {
            FieldModel other = byName.putIfAbsent(field.name(), field);
            if (other != null) {
                report(other, "the @Input " + field.place() + " has the same name", "Rename one of them.", problems);
            }
        }
    }

    private static void report(FieldModel field, String message, String hint, List<Problem> problems) {
        problems.add(new Problem(field.source(), field.place() + ": " + message, hint));
    }
}
