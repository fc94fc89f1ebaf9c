package io.metaexpert.check;

import io.metaexpert.backtest.BarChange;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.launch.ExpertProject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the same once more, and names what is different. */
final class Repetition {
    private static final String DETERMINISTIC =
            "look for randomness without a seed, the system's clock, the order of a HashMap, or files that a run leaves behind";

    private final CheckSubject subject;
    private final MetaExpertConfig config;
    private final Passes passes;

    Repetition(CheckSubject subject, MetaExpertConfig config, Passes passes) {
        this.subject = subject;
        this.config = config;
        this.passes = passes;
    }

    /** With a new class loader: the strategy knows nothing of the first pass. Answers whether it decided the same. */
    boolean fresh(ExpertProject project, Path first, List<Finding> findings) {
        Path again = passes.outcomes(subject.open(), config, BarChange.NONE);
        Optional<Difference> difference = Logs.compare(first, again);
        difference.ifPresent(d -> findings.add(notDeterministic(project, d)));
        return difference.isEmpty();
    }

    static Finding notDeterministic(ExpertProject project, Difference difference) {
        return Finding.of(
                Finding.NOT_DETERMINISTIC,
                who(project, difference) + " decides otherwise when the same bars are run again",
                difference,
                DETERMINISTIC);
    }

    private static String who(ExpertProject project, Difference difference) {
        return difference.handler().isEmpty() ? project.expert().getSimpleName() : difference.handler();
    }

    /** With the class loader of the first pass: its static fields still hold what that left in them. */
    void again(ExpertProject project, Path first, List<Finding> findings) {
        Path again = passes.outcomes(project, config, BarChange.NONE);
        Logs.compare(first, again).ifPresent(difference -> findings.add(staticState(project, difference)));
    }

    static Finding staticState(ExpertProject project, Difference difference) {
        List<String> fields = staticFields(project.expert());
        return Finding.of(
                Finding.STATIC_STATE,
                who(project, difference) + " decides otherwise in a second run of the same process"
                        + (fields.isEmpty() ? "" : "; static: " + String.join(", ", fields)),
                difference,
                "keep state in fields of the instance, which each run makes anew");
    }

    /** Static fields of the expert and its nested classes that can change. */
    private static List<String> staticFields(Class<?> expert) {
        List<String> fields = new ArrayList<>();
        for (Class<?> type : expert.getNestMembers()) {
            for (Field field : type.getDeclaredFields()) {
                boolean constant = Modifier.isFinal(field.getModifiers())
                        && (field.getType().isPrimitive() || field.getType() == String.class);
                if (Modifier.isStatic(field.getModifiers()) && !constant && !field.isSynthetic()) {
                    fields.add(type.getSimpleName() + "." + field.getName());
                }
            }
        }
        return fields;
    }
}
