package io.metaexpert.stress;

import io.metaexpert.UserException;
import io.metaexpert.stress.run.Outcome;
import io.metaexpert.stress.run.ScenarioRunner;
import io.metaexpert.stress.scenario.Scenario;
import io.metaexpert.stress.scenario.ScenarioId;
import io.metaexpert.stress.scenario.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs many scenarios on several threads; the outcomes do not depend on how many. */
public final class StressTest {
    /** So many calm scenarios are there for each group, as a share of its others. */
    private static final int CALM_PART = 2;

    private final StressSubject subject;
    private final StressOptions options;

    public StressTest(StressSubject subject, StressOptions options) {
        this.subject = subject;
        this.options = options;
        if (!subject.config().risk().limitsLoss()) {
            throw new UserException(
                    "no loss limit is set, so there is nothing to hold losses against",
                    "set risk.max-drawdown or risk.daily-loss-limit");
        }
    }

    /** All scenarios, the calm ones last. */
    public List<Scenario> scenarios() {
        ScenarioSource source = new ScenarioSource(options.traders());
        List<Scenario> all = new ArrayList<>();
        int groups = options.groups().size();
        for (int g = 0; g < groups; g++) {
            int count = options.scenarios() / groups + (g < options.scenarios() % groups ? 1 : 0);
            add(all, source, options.groups().get(g), count);
        }
        add(all, source, ScenarioId.CALM, Math.max(2, options.scenarios() / groups / CALM_PART));
        return all;
    }

    private void add(List<Scenario> all, ScenarioSource source, String group, int count) {
        int held = count / 2;
        ScenarioSource.Sequence tuned = source.sequence(options.seed(), false, group);
        ScenarioSource.Sequence heldOut = source.sequence(options.seed(), true, group);
        IntStream.range(0, count - held).mapToObj(tuned::draw).forEach(all::add);
        IntStream.range(0, held).mapToObj(heldOut::draw).forEach(all::add);
    }

    /**
     * Runs them all.
     *
     * @param progress told how many are done, by any thread
     * @param stop whether to end early; the outcomes so far are lost then
     * @return in the order of {@link #scenarios}; empty when it was stopped
     */
    public List<Outcome> run(IntConsumer progress, BooleanSupplier stop) {
        List<Scenario> scenarios = scenarios();
        @Nullable Outcome[] outcomes = new Outcome[scenarios.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        // One after the other, as loading a strategy may compile it.
        List<ScenarioRunner> runners =
                IntStream.range(0, options.threads()).mapToObj(i -> runner()).toList();
        Consumer<ScenarioRunner> work = runner -> {
            for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
                if (stop.getAsBoolean()) {
                    return;
                }
                outcomes[i] = runner.run(scenarios.get(i));
                progress.accept(done.incrementAndGet());
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(options.threads())) {
            List<Future<?>> futures = new ArrayList<>();
            runners.forEach(runner -> futures.add(pool.submit(() -> work.accept(runner))));
            futures.forEach(future -> await(future, next));
        }
        List<Outcome> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome == null) {
                return List.of();
            }
            all.add(outcome);
        }
        return all;
    }

    /** With a strategy class of its own, whose static fields no other thread sees. */
    public ScenarioRunner runner() {
        return new ScenarioRunner(subject.config(), subject.own().map(Supplier::get));
    }

    private static void await(Future<?> future, AtomicInteger next) {
        try {
            future.get();
        } catch (InterruptedException interrupted) {
            next.set(Integer.MAX_VALUE / 2);
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            next.set(Integer.MAX_VALUE / 2);
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
