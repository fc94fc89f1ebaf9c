package io.metaexpert.cli.check;

import io.metaexpert.UserException;
import io.metaexpert.check.CheckSubject;
import io.metaexpert.check.DeterminismCheck;
import io.metaexpert.cli.project.ProjectOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert check determinism}. */
@Command(
        name = "determinism",
        mixinStandardHelpOptions = true,
        description = "Run the same again and compare the event logs byte by byte.",
        footer = {
            "",
            "Two runs are added to --runs: one in another locale and time zone, one that finds the static fields of the first.",
            "Exit codes: 0 the same, 1 not the same, 2 wrong use."
        })
final class DeterminismCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(names = "--runs", paramLabel = "NUMBER", description = "How often the same is run (default: 3).")
    private int runs = 3;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (runs < 2) {
            throw new UserException("--runs must be at least 2, was " + runs, "leave it out for 3");
        }
        CheckSubject subject = CheckTask.subject(project);
        return new CheckTask(spec.commandLine().getOut(), spec.commandLine().getErr(), json)
                .run((progress, stop) -> DeterminismCheck.run(subject, runs, progress, stop));
    }
}
