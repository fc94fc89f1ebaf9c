package io.metaexpert.check;

import io.metaexpert.UserException;
import io.metaexpert.backtest.BarChange;
import io.metaexpert.config.MetaExpertConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Measures how long a strategy needs to settle after its start. At several starts it compares the orders of a run as configured, with
 * {@code strategy.lookback-bars} of history, with those of a run that sees all history; and those with the run that began long before. Where they
 * differ, it looks for the lookback that is enough.
 */
public final class WarmupCheck {
    private static final int ALL_HISTORY = 1_000_000;
    private static final int LEAST_LOOKBACK = 25;
    private static final int STEP = 5;

    private final CheckSubject subject;
    private final MetaExpertConfig config;
    private final Passes passes;
    private final Duration bar;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedMap<String, String> figures = new TreeMap<>();

    private WarmupCheck(CheckSubject subject, Passes passes) {
        this.subject = subject;
        this.config = subject.config();
        this.passes = passes;
        this.bar = Duration.ofMillis(config.strategy().timeframe().lengthMs());
    }

    /**
     * Runs the check.
     *
     * @param starts how many starts are tried
     * @param seed of their choice
     * @throws UserException when the project, its configuration or its data do not allow a run
     * @throws CheckStopped when {@code stop} answered true
     */
    public static CheckReport run(
            CheckSubject subject, int starts, long seed, CheckProgress progress, BooleanSupplier stop) {
        try (Passes passes = new Passes(subject, progress, stop)) {
            return new WarmupCheck(subject, passes).run(starts, seed);
        }
    }

    /** A start, and its orders with all history. */
    private record Start(Instant time, Instant until, Trace informed) {}

    private CheckReport run(int count, long seed) {
        BarsKeeper keeper = new BarsKeeper();
        passes.outcomes(subject.open(), config, keeper);
        Starts starts = new Starts(config, keeper.first());
        Trace seasoned = Trace.of(
                passes.outcomes(subject.open(), subject.config("backtest.from=" + starts.first()), BarChange.NONE));
        List<Instant> orders = List.copyOf(seasoned.times(Instant.MIN, Instant.MAX));
        List<Start> all = new ArrayList<>();
        for (Instant time : starts.choose(count, seed, orders)) {
            all.add(new Start(time, starts.until(time), trace(time, starts.until(time), ALL_HISTORY)));
        }
        figures.put("starts", Integer.toString(count));
        figures.put("strategy.lookback-bars", Integer.toString(config.strategy().lookbackBars()));
        figures.put("strategy.warmup-bars", Integer.toString(config.strategy().warmupBars()));
        if (orders.isEmpty()) {
            notes.add("The strategy ordered nothing in this period, so there was nothing to see.");
        }
        lookback(all, starts.history());
        ownState(all, seasoned);
        return new CheckReport("warmup", figures, findings, notes);
    }

    private Trace trace(Instant from, Instant to, int lookback) {
        MetaExpertConfig shifted =
                subject.config("backtest.from=" + from, "backtest.to=" + to, "strategy.lookback-bars=" + lookback);
        return Trace.of(passes.outcomes(subject.open(), shifted, BarChange.NONE));
    }

    /** What two runs from a start disagree in after the bars on which orders are denied. */
    private Optional<Disagreement> compare(Trace a, Trace b, Start start) {
        Instant settled = start.time().plus(bar.multipliedBy(config.strategy().warmupBars()));
        return Disagreement.of(a, b, start.time(), bar, settled, start.until());
    }

    private Optional<Disagreement> compare(Start start, int lookback) {
        return compare(start.informed(), trace(start.time(), start.until(), lookback), start);
    }

    private static Optional<Disagreement> longest(Stream<Optional<Disagreement>> all) {
        return all.flatMap(Optional::stream).max(Comparator.comparingInt(Disagreement::bars));
    }

    private void lookback(List<Start> starts, int history) {
        int configured = config.strategy().lookbackBars();
        Optional<Disagreement> worst = longest(starts.stream().map(start -> compare(start, configured)));
        figures.put(
                "bars until the orders agree",
                Integer.toString(worst.map(Disagreement::bars).orElse(0)));
        if (worst.isEmpty()) {
            return;
        }
        Optional<Integer> enough = enough(starts, configured, history);
        enough.ifPresent(bars -> figures.put("strategy.lookback-bars that are enough", Integer.toString(bars)));
        findings.add(Finding.of(
                Finding.WARM_UP,
                worst.get().first().handler() + " orders otherwise up to "
                        + worst.get().bars() + " bars after a start with " + configured
                        + " bars of history than with all of it",
                worst.get().first(),
                enough.map(bars -> "set strategy.lookback-bars to " + bars
                                + " or more, and strategy.warmup-bars where data" + " do not reach back so far")
                        .orElse("no lookback of up to " + history
                                + " bars is enough; check with data that reach back further")));
    }

    private boolean agree(List<Start> starts, int lookback) {
        return starts.stream().allMatch(start -> compare(start, lookback).isEmpty());
    }

    /** The least lookback with which all starts agree; empty when none of those that the data allow does. */
    private Optional<Integer> enough(List<Start> starts, int configured, int history) {
        int low = configured;
        int high = Math.max(LEAST_LOOKBACK, 2 * configured);
        while (high < history && !agree(starts, high)) {
            low = high;
            high *= 2;
        }
        if (high >= history) {
            return Optional.empty();
        }
        while (high - low > Math.max(STEP, high / 20)) {
            int middle = (low + high) / 2;
            if (agree(starts, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(Math.ceilDiv(high, STEP) * STEP);
    }

    /** What a strategy gathers in its own fields begins anew at a start, whatever history there is. */
    private void ownState(List<Start> starts, Trace seasoned) {
        Optional<Disagreement> longest =
                longest(starts.stream().map(start -> compare(seasoned, start.informed(), start)));
        if (longest.isEmpty()) {
            return;
        }
        Disagreement worst = longest.get();
        int most = worst.bars();
        if (most > Starts.WINDOW / 2) {
            notes.add("A start with all history orders otherwise than the run that began long before, still after "
                    + most + " bars: the strategy goes by what it did earlier, so no warm-up makes the two equal.");
            return;
        }
        findings.add(Finding.of(
                Finding.WARM_UP,
                worst.first().handler() + " orders otherwise up to " + most
                        + " bars after a start than the run that began long before, as it gathers what it needs only then",
                worst.first(),
                "set strategy.warmup-bars to " + most
                        + ", or take indicators from ctx.indicators(), which see the history"));
    }
}
