package io.metaexpert.cli;

import io.metaexpert.UserException;
import io.metaexpert.cli.project.ProjectOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(names = "--mode", paramLabel = "MODE", description = "${COMPLETION-CANDIDATES} (default: backtest).")
    private Mode mode = Mode.BACKTEST;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of every random choice.")
    private @Nullable String seed;

    @Option(
            names = "--assume",
            paramLabel = "LIST",
            description =
                    "What came first when one bar touches two orders: optimistic, neutral, pessimistic; several with commas are shown side by side.")
    private @Nullable String assume;

    @Option(
            names = "--report-dir",
            paramLabel = "FOLDER",
            description = "Folder of this run's report (default: a new one in the project's reports/).")
    private @Nullable Path reportDir;

    @Option(
            names = "--event-log",
            paramLabel = "FILE",
            description =
                    "Write all that the strategy is told and all that it decides, in order, as lines of JSON; packed when the name ends in .gz.")
    private @Nullable Path eventLog;

    @Option(
            names = "--equity",
            paramLabel = "DETAIL",
            description = "full: write the equity of every bar as equity.csv.gz too.")
    private Equity equity = Equity.CURVE;

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else, to standard output.")
    private boolean json;

    @Override
    public Integer call() {
        if (mode != Mode.BACKTEST) {
            throw new UserException(
                    "--mode " + mode + " comes with the live engine, which this version does not have",
                    "use --mode backtest");
        }
        return new RunTask(
                        arguments(),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run();
    }

    RunArguments arguments() {
        Map<String, String> settings = project.settings();
        ProjectOptions.add(settings, "--seed", seed);
        ProjectOptions.add(settings, "--assume", assume);
        return new RunArguments(
                project.directory(),
                settings,
                project.sets(),
                project.profile(),
                project.className(),
                Optional.ofNullable(reportDir),
                Optional.ofNullable(eventLog),
                equity == Equity.FULL,
                json);
    }
}
