package io.metaexpert.cli.state;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metaexpert state}: shows its commands. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description =
                "Show, check and rebuild what a strategy keeps between runs: halts, peak equity, stops, its own values.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ShowCommand.class, VerifyCommand.class, RepairCommand.class})
public final class StateCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
