package io.metaexpert.cli.check;

import io.metaexpert.UserException;
import io.metaexpert.check.CheckSubject;
import io.metaexpert.check.WarmupCheck;
import io.metaexpert.cli.project.ProjectOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert check warmup}. */
@Command(
        name = "warmup",
        mixinStandardHelpOptions = true,
        description =
                "Start at several instants and measure how many bars pass until the orders are those of a settled run.",
        footer = {"", "Exit codes: 0 settled from the first bar, 1 not settled, 2 wrong use."})
final class WarmupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(names = "--starts", paramLabel = "NUMBER", description = "How many starts are tried (default: 20).")
    private int starts = 20;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of the starts (default: 1).")
    private long seed = 1;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (starts < 1) {
            throw new UserException("--starts must be at least 1, was " + starts, "leave it out for 20");
        }
        CheckSubject subject = CheckTask.subject(project);
        return new CheckTask(spec.commandLine().getOut(), spec.commandLine().getErr(), json)
                .run((progress, stop) -> WarmupCheck.run(subject, starts, seed, progress, stop));
    }
}
