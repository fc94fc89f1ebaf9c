package io.metaexpert.cli.stress;

import io.metaexpert.UserException;
import io.metaexpert.cli.project.ProjectOptions;
import io.metaexpert.stress.StressOptions;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.ScenarioId;
import io.metaexpert.stress.scenario.Trader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert stress}. */
@Command(
        name = "stress",
        mixinStandardHelpOptions = true,
        description =
                "Run the strategy, and three that always want more, through adverse markets; tell what the limits let through.",
        footer = {
            "",
            "Exit codes: 0 the claim holds, 1 it does not, 2 wrong use.",
            "What it claims, and how, is told in docs/how-to/stress-a-strategy.md."
        })
public final class StressCommand implements Callable<Integer> {
    private static final int MOST_SCENARIOS = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--scenarios",
            paramLabel = "NUMBER",
            description = "How many (default: 10000), half of them held out.")
    private int scenarios = 10_000;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of the draws (default: 1).")
    private long seed = 1;

    @Option(
            names = "--families",
            paramLabel = "LIST",
            description =
                    "Only these, with commas: gap, flash-crash, cascade, liquidity, stale-feed, outage, fee-spike, volatility, spread, correlated, pairs.")
    private @Nullable String families;

    @Option(
            names = "--strategy",
            paramLabel = "WHO",
            description = "own, random, martingale, always-max or all (default: all).")
    private String strategy = "all";

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "Tell one scenario step by step, with limits and without, such as 1-t42-gap.")
    private @Nullable String scenario;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "How many run at a time (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--report-dir",
            paramLabel = "FOLDER",
            description = "Folder of the report (default: reports/stress in the project).")
    private @Nullable Path reportDir;

    @Override
    public Integer call() {
        StressOptions options = options();
        StressTask task = new StressTask(
                project,
                options,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        if (scenario == null) {
            return task.run(Optional.ofNullable(reportDir));
        }
        return task.tell(ScenarioId.parse(scenario)
                .orElseThrow(() -> new UserException(
                        "--scenario must be the id of a scenario, was " + scenario,
                        "take it from a report, such as 1-t42-gap")));
    }

    private StressOptions options() {
        List<String> groups = groups();
        if (scenarios < groups.size() || scenarios > MOST_SCENARIOS) {
            throw new UserException(
                    "--scenarios must be from " + groups.size() + " to " + MOST_SCENARIOS + ", was " + scenarios,
                    "leave it out for 10000");
        }
        if (threads < 1) {
            throw new UserException("--threads must be at least 1, was " + threads, "leave it out");
        }
        if (seed < 0) {
            throw new UserException("--seed must be at least 0, was " + seed, "leave it out for 1");
        }
        return new StressOptions(scenarios, seed, groups, traders(), threads);
    }

    private List<String> groups() {
        List<String> all = Stream.concat(Arrays.stream(Family.values()).map(Family::key), Stream.of(ScenarioId.PAIRS))
                .toList();
        if (families == null) {
            return all;
        }
        List<String> wanted = new ArrayList<>();
        for (String part : families.split(",", -1)) {
            String name = part.strip();
            if (!all.contains(name)) {
                throw new UserException(
                        "--families has `" + name + "`, which is none", "there are " + String.join(", ", all));
            }
            if (!wanted.contains(name)) {
                wanted.add(name);
            }
        }
        return wanted;
    }

    private List<Trader> traders() {
        if (strategy.equals("all")) {
            return List.of(Trader.values());
        }
        return Arrays.stream(Trader.values())
                .filter(trader -> trader.key().equals(strategy))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new UserException(
                        "--strategy must be one of "
                                + Arrays.stream(Trader.values())
                                        .map(Trader::key)
                                        .collect(Collectors.joining(", "))
                                + " and all, was " + strategy,
                        "leave it out for all"));
    }
}
