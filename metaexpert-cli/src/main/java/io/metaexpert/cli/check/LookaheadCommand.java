package io.metaexpert.cli.check;

import io.metaexpert.UserException;
import io.metaexpert.check.CheckSubject;
import io.metaexpert.check.LookaheadCheck;
import io.metaexpert.cli.project.ProjectOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert check lookahead}. */
@Command(
        name = "lookahead",
        mixinStandardHelpOptions = true,
        description =
                "Run again with everything after random instants replaced; what was decided up to them must be the same.",
        footer = {
            "",
            "Exit codes: 0 clean, 1 the strategy looks ahead or decides otherwise without a reason, 2 wrong use.",
            "What it cannot see is told in docs/how-to/check-a-strategy.md."
        })
final class LookaheadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(names = "--cuts", paramLabel = "NUMBER", description = "How many instants are tried (default: 10).")
    private int cuts = 10;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of the instants and the futures (default: 1).")
    private long seed = 1;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (cuts < 1) {
            throw new UserException("--cuts must be at least 1, was " + cuts, "leave it out for 10");
        }
        CheckSubject subject = CheckTask.subject(project);
        return new CheckTask(spec.commandLine().getOut(), spec.commandLine().getErr(), json)
                .run((progress, stop) -> LookaheadCheck.run(subject, cuts, seed, progress, stop));
    }
}
