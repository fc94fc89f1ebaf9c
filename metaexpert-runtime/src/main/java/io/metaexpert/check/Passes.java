package io.metaexpert.check;

import io.metaexpert.UserException;
import io.metaexpert.backtest.Backtest;
import io.metaexpert.backtest.BacktestPlan;
import io.metaexpert.backtest.BarChange;
import io.metaexpert.backtest.InitFailure;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.engine.RunObserver;
import io.metaexpert.eventlog.EventLog;
import io.metaexpert.launch.ExpertProject;
import io.metaexpert.launch.FileTrees;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Runs a strategy over and over, and keeps what each pass logged until it is closed. Not thread-safe. */
final class Passes implements Closeable {
    private final CheckSubject subject;
    private final CheckProgress progress;
    private final BooleanSupplier stop;
    private final Path folder;
    private int count;

    Passes(CheckSubject subject, CheckProgress progress, BooleanSupplier stop) {
        this.subject = subject;
        this.progress = progress;
        this.stop = stop;
        try {
            this.folder = Files.createTempDirectory("metaexpert-check");
        } catch (IOException e) {
            throw new UserException("no temporary folder: " + e, "set TMPDIR to a folder that can be written");
        }
    }

    /** The events of a whole pass: all calls, decisions, transactions and failures. */
    Path whole(ExpertProject project, MetaExpertConfig config) {
        return run(project, config, BarChange.NONE, EventLog.begin(next()), log -> log);
    }

    /** The decisions, transactions and failures of a pass over changed bars. */
    Path outcomes(ExpertProject project, MetaExpertConfig config, BarChange change) {
        return outcomes(project, config, change, log -> log);
    }

    /** The same, with somebody between the engine and the log. */
    Path outcomes(
            ExpertProject project, MetaExpertConfig config, BarChange change, UnaryOperator<RunObserver> between) {
        return run(project, config, change, EventLog.beginOutcomes(next()), between);
    }

    private Path next() {
        progress.onPass(++count);
        return log(count);
    }

    private Path log(int pass) {
        return folder.resolve("pass-" + pass + ".jsonl");
    }

    /** A pass whose start fails is a pass too, as long as it is not the first: what it logged until then differs or does not. */
    private Path run(
            ExpertProject project,
            MetaExpertConfig config,
            BarChange change,
            EventLog begun,
            UnaryOperator<RunObserver> between) {
        BacktestPlan plan =
                new BacktestPlan(project.expert(), config, project.directory(), subject.catalog(), project.codeHash());
        try (EventLog log = begun) {
            try {
                Backtest.run(plan, change, between.apply(log), (done, total) -> {}, stop);
            } catch (InitFailure failure) {
                if (count == 1) {
                    throw failure;
                }
            }
            if (stop.getAsBoolean()) {
                throw new CheckStopped();
            }
            log.finish();
        }
        return log(count);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            FileTrees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
