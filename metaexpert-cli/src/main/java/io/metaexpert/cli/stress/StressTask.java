package io.metaexpert.cli.stress;

import io.metaexpert.UserException;
import io.metaexpert.cli.project.ProjectOptions;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.launch.ExpertProject;
import io.metaexpert.launch.StopSignal;
import io.metaexpert.log.MetaLogger;
import io.metaexpert.market.ContractType;
import io.metaexpert.stress.StressOptions;
import io.metaexpert.stress.StressSubject;
import io.metaexpert.stress.StressTest;
import io.metaexpert.stress.report.StressConsole;
import io.metaexpert.stress.report.StressReport;
import io.metaexpert.stress.report.StressWriter;
import io.metaexpert.stress.run.Outcome;
import io.metaexpert.stress.run.RunResult;
import io.metaexpert.stress.run.ScenarioRunner;
import io.metaexpert.stress.scenario.Scenario;
import io.metaexpert.stress.scenario.ScenarioId;
import io.metaexpert.stress.scenario.ScenarioSource;
import io.metaexpert.stress.scenario.Trader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One stress test, from its start to its exit code. */
final class StressTask {
    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int INTERRUPTED = 130;
    private static final int TELL_EVERY = 100;

    private final Path directory;
    private final MetaExpertConfig config;
    private final StressOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Supplier<ExpertProject> open;

    StressTask(ProjectOptions project, StressOptions options, PrintWriter out, PrintWriter err) {
        this.directory = project.directory().toAbsolutePath().normalize();
        this.config = ConfigLoader.load(project.source()).orThrow();
        this.options = options;
        this.out = out;
        this.err = err;
        this.open = () -> ExpertProject.open(directory, project.className());
        if (config.market().contractType() == ContractType.OPTION) {
            throw new UserException(
                    "market.type: options cannot be put under stress, as the scenarios have no options",
                    "use spot or futures");
        }
    }

    private StressTest test() {
        boolean own = options.traders().contains(Trader.OWN);
        Optional<Supplier<Class<?>>> expert = own ? Optional.of(() -> open.get().expert()) : Optional.empty();
        return new StressTest(new StressSubject(config, expert), options);
    }

    /** Runs all scenarios and writes the report. */
    int run(Optional<Path> reportDir) {
        StressTest test = test();
        List<Outcome> outcomes;
        boolean terminal = Boolean.getBoolean("metaexpert.terminal");
        PrintStream standard = System.out;
        silence();
        try (StopSignal stop = StopSignal.install()) {
            int all = test.scenarios().size();
            outcomes = test.run(done -> progress(terminal, done, all), stop);
            wipe(terminal);
        } finally {
            System.setOut(standard);
        }
        if (outcomes.isEmpty()) {
            err.println("error: stopped before the end, so there is nothing to report");
            err.flush();
            return INTERRUPTED;
        }
        StressReport report = StressReport.of(options, config.risk(), outcomes);
        Path folder = reportDir.orElseGet(() -> directory.resolve("reports").resolve("stress"));
        StressWriter.write(report, folder);
        StressConsole.print(report, out);
        out.println();
        out.println("report: " + folder.resolve("stress.html"));
        out.flush();
        return report.holds() ? HOLDS : FAILS;
    }

    /** Tells one scenario. */
    int tell(ScenarioId id) {
        ScenarioRunner runner = test().runner();
        Scenario scenario = new ScenarioSource(options.traders()).draw(id);
        PrintStream standard = System.out;
        silence();
        try {
            out.println(scenario);
            RunResult limited = tell(runner, scenario, true);
            tell(runner, scenario, false);
            return limited.strict() || !limited.caps().isEmpty() ? FAILS : HOLDS;
        } finally {
            System.setOut(standard);
        }
    }

    private RunResult tell(ScenarioRunner runner, Scenario scenario, boolean limited) {
        out.println();
        out.println(limited ? "with limits" : "without limits");
        RunResult result = runner.tell(scenario, limited, out::println);
        out.println(String.format(
                Locale.ROOT,
                "worst loss: %.2f of the limit%s%s",
                result.worstUse(),
                result.strict() ? ", breach of the " + result.limit() : "",
                result.fair() ? " beyond what could not be helped" : ""));
        if (limited) {
            result.caps().forEach(cap -> out.println("above a cap: " + cap));
        }
        out.flush();
        return result;
    }

    /** Thousands of runs would log and print the same again and again. */
    private static void silence() {
        MetaLogger.silence();
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private void progress(boolean terminal, int done, int all) {
        if (terminal && done % TELL_EVERY == 0) {
            err.print("\rscenario " + done + " of " + all);
            err.flush();
        }
    }

    private void wipe(boolean terminal) {
        if (terminal) {
            err.print("\r                              \r");
            err.flush();
        }
    }
}
