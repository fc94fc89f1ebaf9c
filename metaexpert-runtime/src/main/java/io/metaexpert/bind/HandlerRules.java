package io.metaexpert.bind;

import io.metaexpert.bind.ExpertModel.HandlerUse;
import io.metaexpert.bind.ExpertModel.MethodModel;
import io.metaexpert.market.Timeframe;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What makes a method a handler. */
final class HandlerRules {
    /** The most levels of a book that a strategy may ask for. */
    static final int MAX_DEPTH = 1000;

    private HandlerRules() {}

    static void check(MethodModel method, HandlerUse use, List<Problem> problems) {
        checkModifiers(method, problems);
        checkParameters(method, use.kind(), problems);
        if (!use.kind().mayReturn(method.returnType())) {
            problems.add(new Problem(
                    method.source(),
                    method.place() + ": " + use.kind().label() + " returns "
                            + use.kind().returned() + ", not " + simple(method.returnType()),
                    "Change the return type to " + use.kind().returned() + "."));
        }
        checkValues(method, use, problems);
    }

    private static void checkModifiers(MethodModel method, List<Problem> problems) {
        int modifiers = method.modifiers();
        String wrong = Modifier.isPrivate(modifiers)
                ? "private"
                : Modifier.isStatic(modifiers) ? "static" : Modifier.isAbstract(modifiers) ? "abstract" : "";
        if (!wrong.isEmpty()) {
            String hint = wrong.equals("abstract")
                    ? "Annotate the method that implements it instead."
                    : "Remove " + wrong + ".";
            problems.add(new Problem(method.source(), method.place() + ": a handler must not be " + wrong, hint));
        }
    }

    private static void checkParameters(MethodModel method, HandlerKind kind, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (String type : method.parameters()) {
            if (!kind.offers(type)) {
                problems.add(new Problem(
                        method.source(),
                        method.place() + ": " + kind.label() + " offers " + kind.offered() + ", not "
                                + nameFor(kind, type),
                        parameterHint(kind, type)));
            } else if (!seen.add(type)) {
                problems.add(new Problem(
                        method.source(),
                        method.place() + ": " + simple(type) + " is a parameter twice",
                        kind.label() + " offers " + kind.offered() + ", each once."));
            }
        }
    }

    private static String nameFor(HandlerKind kind, String type) {
        return kind.offeredNamed(simple(type)).isPresent() ? type : simple(type);
    }

    private static String parameterHint(HandlerKind kind, String type) {
        Optional<String> namesake = kind.offeredNamed(simple(type));
        if (namesake.isPresent()) {
            return "Import " + namesake.get() + " instead.";
        }
        for (HandlerKind other : HandlerKind.values()) {
            if (other.isEvent(type)) {
                return "A method with " + other.label() + " is given " + simple(type) + ".";
            }
        }
        return "Remove the parameter; fewer than offered are fine, in any order.";
    }

    private static void checkValues(MethodModel method, HandlerUse use, List<Problem> problems) {
        String place = method.place() + ": " + use.kind().label();
        switch (use.kind()) {
            case BAR -> {
                if (!use.timeframe().isEmpty()
                        && Timeframe.parse(use.timeframe()).isEmpty()) {
                    problems.add(new Problem(
                            method.source(),
                            place + "(timeframe = \"" + use.timeframe() + "\") is not a timeframe",
                            Timeframes.hint(use.timeframe())));
                }
            }
            case TIMER -> {
                if (Durations.parse(use.every()).filter(Duration::isPositive).isEmpty()) {
                    problems.add(new Problem(
                            method.source(),
                            place + "(every = \"" + use.every() + "\") is not a duration above zero",
                            "Write a number and a unit, such as " + Durations.EXAMPLES + "."));
                }
            }
            case BOOK -> {
                if (use.depth() < 1 || use.depth() > MAX_DEPTH) {
                    problems.add(new Problem(
                            method.source(),
                            place + "(depth = " + use.depth() + ") is out of range",
                            "Ask for 1 to " + MAX_DEPTH + " levels."));
                }
            }
            default -> {}
        }
    }

    /** Rules on all handlers of a class: none is hidden by an override, none is there twice. */
    static void checkTogether(ExpertModel model, List<Problem> problems) {
        Map<String, List<MethodModel>> byUse = new LinkedHashMap<>();
        for (MethodModel method : model.methods()) {
            Optional<MethodModel> override = overrideOf(method, model);
            for (HandlerUse use : method.handlers()) {
                if (override.isEmpty()) {
                    if (!use.kind().mayRepeat()) {
                        byUse.computeIfAbsent(text(use), key -> new ArrayList<>())
                                .add(method);
                    }
                } else if (!override.get().handles(use.kind())) {
                    problems.add(new Problem(
                            override.get().source(),
                            override.get().place() + ": overrides " + method.place() + ", which has "
                                    + use.kind().label() + ", without having it",
                            "Annotate it with " + use.kind().label() + " too, or give it another name."));
                }
            }
        }
        byUse.forEach((use, methods) -> checkOnce(model, use, methods, problems));
    }

    private static void checkOnce(ExpertModel model, String use, List<MethodModel> methods, List<Problem> problems) {
        if (methods.size() > 1) {
            List<String> places = new ArrayList<>();
            for (MethodModel method : methods) {
                places.add(method.place());
            }
            places.sort(null);
            problems.add(new Problem(
                    methods.getLast().source(),
                    model.type().name() + ": " + use + " on more than one method: " + String.join(", ", places),
                    "Keep one of them and call the others from it."));
        }
    }

    private static String text(HandlerUse use) {
        if (use.kind() != HandlerKind.BAR) {
            return use.kind().label();
        }
        return use.timeframe().isEmpty() ? "@OnBar" : "@OnBar(timeframe = \"" + use.timeframe() + "\")";
    }

    /** The handlers that a run calls, after {@link ExpertRules#check} found no mistake. */
    static List<MethodModel> effective(ExpertModel model) {
        List<MethodModel> handlers = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            if (!method.handlers().isEmpty() && overrideOf(method, model).isEmpty()) {
                handlers.add(method);
            }
        }
        handlers.sort((a, b) -> a.place().compareTo(b.place()));
        return handlers;
    }

    private static Optional<MethodModel> overrideOf(MethodModel method, ExpertModel model) {
        int fixed = Modifier.PRIVATE | Modifier.STATIC;
        if ((method.modifiers() & fixed) != 0) {
            return Optional.empty();
        }
        for (MethodModel other : model.methods()) {
            if (other.source().equals(method.source())) {
                return Optional.empty();
            }
            if ((other.modifiers() & fixed) == 0 && other.hasSameSignature(method)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
