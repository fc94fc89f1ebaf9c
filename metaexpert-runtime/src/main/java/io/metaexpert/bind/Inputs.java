package io.metaexpert.bind;

import io.metaexpert.bind.ExpertModel.FieldModel;
import io.metaexpert.bind.ExpertModel.InputLimits;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The inputs of one instance. */
final class Inputs {
    private final Object instance;
    private final String className;
    private final SortedMap<String, Field> fields = new TreeMap<>();
    private final SortedMap<String, InputSpec> specs = new TreeMap<>();

    /** @param instance new, so that its fields hold the defaults */
    Inputs(ExpertModel model, Object instance) {
        this.instance = instance;
        this.className = model.type().name();
        for (FieldModel each : model.fields()) {
            Field field = (Field) each.source();
            field.setAccessible(true);
            fields.put(each.name(), field);
            specs.put(each.name(), spec(each, field));
        }
    }

    private InputSpec spec(FieldModel model, Field field) {
        InputLimits limits = model.limits();
        return new InputSpec(
                model.name(),
                InputType.of(model.type(), model.isEnum()).orElseThrow(),
                value(field).map(value -> InputValues.print(value, limits.percent())),
                limits.min(),
                limits.max(),
                limits.step(),
                limits.percent(),
                limits.description(),
                InputValues.choices(field.getType()));
    }

    List<InputSpec> specs() {
        return List.copyOf(specs.values());
    }

    /** Reports defaults out of their ranges. */
    void checkDefaults(List<Problem> problems) {
        specs.forEach((name, spec) -> {
            Field field = field(name);
            if (!value(field).map(value -> InputValues.isWithin(value, spec)).orElse(true)) {
                problems.add(new Problem(
                        field,
                        className + "." + name + ": the default "
                                + spec.defaultValue().orElse("") + " is out of range, allowed is " + spec.allowed(),
                        "Change the value in the source or the range of its @Input."));
            }
        });
    }

    /** Sets the fields that are named; reports wrong and missing values. */
    void set(Map<String, String> values, List<Problem> problems) {
        new TreeMap<>(values).forEach((name, text) -> set(name, text, problems));
        specs.forEach((name, spec) -> {
            if (spec.defaultValue().isEmpty() && !values.containsKey(name)) {
                problems.add(new Problem(
                        field(name),
                        "inputs." + name + ": has no default, so a value must be given",
                        "Allowed is " + spec.allowed() + "."));
            }
        });
    }

    private void set(String name, String text, List<Problem> problems) {
        InputSpec spec = specs.get(name);
        if (spec == null) {
            String known = specs.isEmpty()
                    ? className + " has no inputs."
                    : "Inputs of " + className + ": " + String.join(", ", specs.keySet()) + ".";
            problems.add(new Problem(
                    instance,
                    "inputs." + name + ": no such input",
                    Similar.question(Similar.to(name, specs.keySet())) + known));
            return;
        }
        Field field = field(name);
        InputValues.parse(spec, field, text, problems).ifPresent(value -> write(field, value));
    }

    /** The values in effect, as text. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        specs.forEach((name, spec) ->
                value(field(name)).ifPresent(value -> texts.put(name, InputValues.print(value, spec.percent()))));
        return texts;
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalStateException("not an input: " + name);
        }
        return field;
    }

    private Optional<Object> value(Field field) {
        try {
            return Optional.ofNullable(field.get(instance));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Field field, Object value) {
        try {
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
