package io.metaexpert.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metaexpert data}: shows its commands. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Import, check, convert and make market data.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportCommand.class,
            ListCommand.class,
            InfoCommand.class,
            ExportCommand.class,
            ResampleCommand.class,
            GenerateCommand.class,
            SampleCommand.class
        })
public final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
