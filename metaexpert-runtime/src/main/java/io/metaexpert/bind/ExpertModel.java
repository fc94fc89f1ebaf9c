package io.metaexpert.bind;

import java.util.List;

/**
 * A class as the rules see it, whether it was read by reflection or is being compiled. Types are named by their canonical
 * names, erased; modifiers are those of {@link java.lang.reflect.Modifier}; a {@code source} is what the model was read from.
 *
 * @param inner whether an instance needs one of an enclosing class or method
 * @param methods all declared methods, those of the class first, then those of its superclasses and interfaces
 * @param fields all fields with {@code @Input}, in the same order
 */
record ExpertModel(
        Owner type,
        boolean isPrivate,
        boolean inner,
        NoArgs constructor,
        List<MethodModel> methods,
        List<FieldModel> fields,
        Object source) {

    /** The constructor without parameters. */
    enum NoArgs {
        USABLE,
        PRIVATE,
        ABSENT
    }

    /** What a type is. */
    enum TypeKind {
        CLASS("a class"),
        INTERFACE("an interface"),
        ENUM("an enum"),
        RECORD("a record");

        private final String text;

        TypeKind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The type that declares a member. */
    record Owner(String name, String packageName, TypeKind kind, boolean isAbstract, boolean expert) {
        /** Whether handlers and inputs declared here are of use: in an expert, or in a base class of experts. */
        boolean mayHoldMembers() {
            return expert || (kind == TypeKind.CLASS && isAbstract);
        }
    }

    /** One handler annotation with its values; those that the annotation does not have are empty or 0. */
    record HandlerUse(HandlerKind kind, String timeframe, String every, int depth, boolean conflate) {}

    record MethodModel(
            Owner owner,
            String name,
            int modifiers,
            List<HandlerUse> handlers,
            List<String> parameters,
            String returnType,
            Object source) {
        String place() {
            return owner.name() + "." + name;
        }

        boolean hasSameSignature(MethodModel other) {
            return name.equals(other.name) && parameters.equals(other.parameters);
        }

        boolean handles(HandlerKind kind) {
            for (HandlerUse use : handlers) {
                if (use.kind() == kind) {
                    return true;
                }
            }
            return false;
        }
    }

    record FieldModel(
            Owner owner, String name, int modifiers, String type, boolean isEnum, InputLimits limits, Object source) {
        String place() {
            return owner.name() + "." + name;
        }
    }

    /** The values of {@code @Input}. */
    record InputLimits(double min, double max, double step, boolean percent, String description) {
        boolean isNumeric() {
            return min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY || step != 0;
        }
    }
}
