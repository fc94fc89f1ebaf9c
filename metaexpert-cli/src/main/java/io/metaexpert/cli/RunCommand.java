package io.metaexpert.cli;

import io.metaexpert.UserException;
import io.metaexpert.api.InitResult;
import io.metaexpert.backtest.Backtest;
import io.metaexpert.backtest.BacktestPlan;
import io.metaexpert.backtest.BacktestRun;
import io.metaexpert.backtest.InitFailure;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.launch.ExpertProject;
import io.metaexpert.launch.StopSignal;
import io.metaexpert.log.MetaLogger;
import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Compile the strategy of a project when it changed, and run it.",
        footer = {
            "",
            "Ctrl-C ends a run early; what it saw until then is reported, and the exit code is 130.",
            "Flags win over --set, --set over the environment (METAEXPERT_SECTION_KEY), the environment over the profile,",
            "and the profile over metaexpert.yaml."
        })
final class RunCommand implements Callable<Integer> {
    enum Mode {
        BACKTEST,
        PAPER,
        LIVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Equity {
        CURVE,
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path directory = Path.of("");

    @Option(names = "--mode", paramLabel = "MODE", description = "${COMPLETION-CANDIDATES} (default: backtest).")
    private Mode mode = Mode.BACKTEST;

    @Option(names = "--from", paramLabel = "DATE", description = "First day or instant of the run, UTC.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Day or instant before which the run ends, UTC.")
    private @Nullable String to;

    @Option(names = "--data", paramLabel = "DATA", description = "A dataset's name, a file or a folder.")
    private @Nullable String data;

    @Option(names = "--symbol", paramLabel = "BASE/QUOTE", description = "What is traded.")
    private @Nullable String symbol;

    @Option(names = "--timeframe", paramLabel = "TIMEFRAME", description = "Period of the strategy's bars.")
    private @Nullable String timeframe;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of every random choice.")
    private @Nullable String seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A key of metaexpert.yaml, such as inputs.fastPeriod=20; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", description = "Read metaexpert-NAME.yaml as well.")
    private @Nullable String profile;

    @Option(names = "--class", paramLabel = "CLASS", description = "The expert, where the project has several.")
    private @Nullable String className;

    @Option(
            names = "--report-dir",
            paramLabel = "FOLDER",
            description = "Folder of this run's report (default: a new one in the project's reports/).")
    private @Nullable Path reportDir;

    @Option(
            names = "--equity",
            paramLabel = "DETAIL",
            description = "full: write the equity of every bar as equity.csv.gz too.")
    private Equity equity = Equity.CURVE;

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else, to standard output.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (mode != Mode.BACKTEST) {
            throw new UserException(
                    "--mode " + mode + " comes with the live engine, which this version does not have",
                    "use --mode backtest");
        }
        PrintStream standard = System.out;
        if (json) {
            System.setOut(System.err); // what the strategy prints itself must not mix with the summary
        }
        try (StopSignal stop = StopSignal.install()) {
            return backtest(stop, new RunOutput(out, err, json));
        } finally {
            System.setOut(standard);
        }
    }

    private int backtest(StopSignal stop, RunOutput output) {
        MetaExpertConfig config = ConfigLoader.load(source()).orThrow();
        MetaLogger.start(config.logging(), directory.toAbsolutePath(), System.getenv());
        ExpertProject project = ExpertProject.open(directory, Optional.ofNullable(className));
        DataCatalog catalog = new DataCatalog(DataCatalog.defaultHome(System.getenv()));
        BacktestPlan plan =
                new BacktestPlan(project.expert(), config, project.directory(), catalog, project.codeHash());
        BacktestRun run;
        try (Progress progress = Progress.start(spec.commandLine().getErr())) {
            run = Backtest.run(plan, progress, stop);
        } catch (InitFailure failure) {
            output.failed(String.valueOf(failure.getMessage()), failure.getCause());
            return failure.result() == InitResult.PARAMETERS_INCORRECT ? ExitCode.USAGE : ExitCode.SOFTWARE;
        }
        return output.ended(run, project.directory(), Optional.ofNullable(reportDir), equity == Equity.FULL);
    }

    private ConfigSource source() {
        Path file = directory.resolve("metaexpert.yaml");
        List<String> all = new ArrayList<>(sets);
        add(all, "backtest.from", from);
        add(all, "backtest.to", to);
        add(all, "backtest.data", data == null ? null : fromHere(data));
        add(all, "backtest.seed", seed);
        add(all, "strategy.symbol", symbol);
        add(all, "strategy.timeframe", timeframe);
        return new ConfigSource(file, Optional.ofNullable(profile), System.getenv(), all);
    }

    private static void add(List<String> sets, String key, @Nullable String value) {
        if (value != null) {
            sets.add(key + "=" + value);
        }
    }

    /** A path of the command line starts here, one of the configuration in the project. */
    private static String fromHere(String data) {
        boolean path = data.contains("/") || data.contains(File.separator) || data.contains(".");
        return path && Files.exists(Path.of(data))
                ? Path.of(data).toAbsolutePath().toString()
                : data;
    }
}
