package io.metaexpert.check;

import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.MetaExpertConfig.Backtest.Model;
import io.metaexpert.launch.ExpertProject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Looks for decisions that depend on the future: runs again with everything behind an instant replaced, and compares what was decided up to
 * it. Each pass has a class loader of its own, so that no static field carries anything over.
 *
 * <p>First the same bars are run again: only of a strategy that decides the same on the same bars can a cut tell anything.
 */
public final class LookaheadCheck {
    private final CheckSubject subject;
    private final MetaExpertConfig config;
    private final Passes passes;
    private final int count;
    private final long seed;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedMap<String, String> figures = new TreeMap<>();

    private LookaheadCheck(CheckSubject subject, int count, long seed, Passes passes) {
        this.subject = subject;
        this.config = subject.config();
        this.passes = passes;
        this.count = count;
        this.seed = seed;
    }

    /**
     * Runs the check.
     *
     * @param cuts how many instants are tried
     * @param seed of their choice and of the futures
     * @throws UserException when the project, its configuration or its data do not allow a run
     * @throws CheckStopped when {@code stop} answered true
     */
    public static CheckReport run(
            CheckSubject subject, int cuts, long seed, CheckProgress progress, BooleanSupplier stop) {
        try (Passes passes = new Passes(subject, progress, stop)) {
            return new LookaheadCheck(subject, cuts, seed, passes).run();
        }
    }

    private CheckReport run() {
        ExpertProject project = subject.open();
        BarsKeeper keeper = new BarsKeeper();
        Path real = new WatchedPass(subject, config, passes).run(project, keeper, findings, notes);
        Repetition repetition = new Repetition(subject, config, passes);
        boolean same = repetition.fresh(project, real, findings);
        if (same) {
            repetition.again(project, real, findings);
            cut(real, keeper);
        }
        return new CheckReport("lookahead", figures, findings, notes);
    }

    private void cut(Path real, BarsKeeper keeper) {
        long from = config.backtest().from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long to = config.backtest().to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        Cuts cuts = new Cuts(keeper.first(), from, to);
        if (cuts.room() < 2) {
            throw new UserException("there are too few bars to cut", "check a longer period, or finer data");
        }
        List<Instant> decisions = new ArrayList<>();
        Logs.decisions(real, line -> decisions.add(line.time()));
        int cheated = 0;
        boolean indifferent = true;
        int number = 0;
        for (Instant cut : cuts.choose(count, seed, decisions)) {
            boolean sameTimes = number % 4 < 2;
            ReplacedFuture future = new ReplacedFuture(cut, to, seed + number, sameTimes);
            Path other = passes.outcomes(subject.open(), config, future);
            Optional<Difference> difference = Logs.compare(real, other, cut);
            difference.ifPresent(d -> findings.add(lookAhead(cut, d)));
            cheated += difference.isPresent() ? 1 : 0;
            indifferent &= !sameTimes || Logs.sameAfter(real, other, cut);
            number++;
        }
        figures.put("decisions", Integer.toString(decisions.size()));
        figures.put("cuts", Integer.toString(count));
        figures.put("cuts with other decisions before them", Integer.toString(cheated));
        note(decisions.isEmpty(), indifferent);
        if (config.backtest().model().filter(Model::isRecorded).isPresent()) {
            notes.add("Only bars were replaced: what the strategy reads from ticks and the book was not checked.");
        }
    }

    private void note(boolean silent, boolean indifferent) {
        if (silent) {
            notes.add("The strategy decided nothing in this period, so there was nothing to see.");
        } else if (indifferent) {
            notes.add(
                    "Behind the cuts the strategy decided as before although the bars were others: it goes by something else"
                            + " than the bars, such as the calendar, or data that it has by itself.");
        }
    }

    private static Finding lookAhead(Instant cut, Difference difference) {
        String who = difference.handler().isEmpty() ? "the engine" : difference.handler();
        return new Finding(
                Finding.LOOK_AHEAD,
                who + " decides otherwise before " + cut + " when the bars after it are others",
                Optional.of(cut),
                Optional.of(difference),
                "use closed bars only, as ctx.series() and ctx.indicators() give them");
    }
}
