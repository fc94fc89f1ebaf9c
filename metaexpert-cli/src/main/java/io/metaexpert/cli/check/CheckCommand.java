package io.metaexpert.cli.check;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metaexpert check}: shows its commands. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Prove by running again: no look-ahead, the same result every time, a start that settles.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {LookaheadCommand.class, DeterminismCommand.class, WarmupCommand.class})
public final class CheckCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
