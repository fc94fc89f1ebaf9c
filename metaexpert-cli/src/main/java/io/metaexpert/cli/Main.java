package io.metaexpert.cli;

import io.metaexpert.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code metaexpert}. */
@Command(
        name = "metaexpert",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        description = "Expert Advisors for crypto in Java.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VersionCommand.class})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command and exits with its code: 0 ok, 1 failure, 2 wrong use. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::report);
    }

    private static int report(Exception exception, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (!(exception instanceof UserException mistake)) {
            throw exception;
        }
        command.getErr().println("error: " + mistake.getMessage());
        if (!mistake.hint().isEmpty()) {
            command.getErr().println("hint: " + mistake.hint());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
