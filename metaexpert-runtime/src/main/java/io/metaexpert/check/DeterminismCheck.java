package io.metaexpert.check;

import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.launch.ExpertProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Runs the same again and compares the whole event logs byte by byte: with a new class loader, in another locale and time zone, and in the
 * class loader of the first run, whose static fields may remember it.
 */
public final class DeterminismCheck {
    private final CheckSubject subject;
    private final MetaExpertConfig config;
    private final Passes passes;
    private final List<Finding> findings = new ArrayList<>();

    private DeterminismCheck(CheckSubject subject, Passes passes) {
        this.subject = subject;
        this.config = subject.config();
        this.passes = passes;
    }

    /**
     * Runs the check.
     *
     * @param runs how often the same is run in new class loaders, at least 2
     * @throws UserException when the project, its configuration or its data do not allow a run
     * @throws CheckStopped when {@code stop} answered true
     */
    public static CheckReport run(CheckSubject subject, int runs, CheckProgress progress, BooleanSupplier stop) {
        try (Passes passes = new Passes(subject, progress, stop)) {
            return new DeterminismCheck(subject, passes).run(runs);
        }
    }

    private CheckReport run(int runs) {
        ExpertProject project = subject.open();
        Path first = passes.whole(project, config);
        for (int i = 1; i < runs && findings.isEmpty(); i++) {
            different(first, passes.whole(subject.open(), config))
                    .ifPresent(d -> findings.add(Repetition.notDeterministic(project, d)));
        }
        if (findings.isEmpty()) {
            abroad(project, first);
            different(first, passes.whole(project, config))
                    .ifPresent(d -> findings.add(Repetition.staticState(project, d)));
        }
        SortedMap<String, String> figures = new TreeMap<>();
        figures.put("runs", Integer.toString(runs + 2));
        figures.put("bytes of the event log", size(first));
        return new CheckReport("determinism", figures, findings, List.of());
    }

    private void abroad(ExpertProject project, Path first) {
        Path log = Surroundings.foreign(() -> passes.whole(subject.open(), config));
        different(first, log)
                .ifPresent(d -> findings.add(Finding.of(
                        Finding.NOT_DETERMINISTIC,
                        (d.handler().isEmpty() ? project.expert().getSimpleName() : d.handler())
                                + " depends on the locale or the time zone of the machine",
                        d,
                        "name them: Locale.ROOT, ZoneOffset.UTC")));
    }

    /** Equal bytes need no reading of lines. */
    private static Optional<Difference> different(Path first, Path second) {
        try {
            return Files.mismatch(first, second) < 0 ? Optional.empty() : Logs.compare(first, second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(Path log) {
        try {
            return Long.toString(Files.size(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
