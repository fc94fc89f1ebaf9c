package io.metaexpert.cli;

import io.metaexpert.UserException;
import io.metaexpert.api.InitResult;
import io.metaexpert.backtest.Backtest;
import io.metaexpert.backtest.BacktestPlan;
import io.metaexpert.backtest.BacktestRun;
import io.metaexpert.backtest.InitFailure;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.eventlog.EventLog;
import io.metaexpert.launch.ExpertProject;
import io.metaexpert.launch.StopSignal;
import io.metaexpert.log.MetaLogger;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/** One backtest, from its arguments to its exit code. */
final class RunTask {
    private final RunArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    RunTask(RunArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    /** @throws UserException for a mistake of the user */
    int run() {
        PrintStream standard = System.out;
        if (arguments.json()) {
            System.setOut(System.err); // what the strategy prints itself must not mix with the summary
        }
        try (StopSignal stop = StopSignal.install()) {
            return backtest(stop, new RunOutput(out, err, arguments.json()));
        } finally {
            System.setOut(standard);
        }
    }

    private int backtest(StopSignal stop, RunOutput output) {
        Path directory = arguments.directory();
        MetaExpertConfig config = ConfigLoader.load(arguments.source()).orThrow();
        MetaLogger.start(config.logging(), directory.toAbsolutePath(), System.getenv());
        ExpertProject project = ExpertProject.open(directory, arguments.className());
        DataCatalog catalog = new DataCatalog(DataCatalog.defaultHome(System.getenv()));
        BacktestPlan plan =
                new BacktestPlan(project.expert(), config, project.directory(), catalog, project.codeHash());
        BacktestRun run;
        try (Progress progress = Progress.start(err)) {
            run = run(plan, progress, stop);
        } catch (InitFailure failure) {
            output.failed(String.valueOf(failure.getMessage()), failure.getCause());
            return failure.result() == InitResult.PARAMETERS_INCORRECT ? Exit.USAGE : Exit.FAILED;
        }
        return output.ended(run, project.directory(), arguments.reportDir(), arguments.fullEquity());
    }

    private BacktestRun run(BacktestPlan plan, Progress progress, StopSignal stop) {
        if (arguments.eventLog().isEmpty()) {
            return Backtest.run(plan, progress, stop);
        }
        try (EventLog log = EventLog.begin(arguments.eventLog().get())) {
            BacktestRun run = Backtest.run(plan, log, progress, stop);
            log.finish();
            return run;
        }
    }
}
