package io.metaexpert.cli;

import io.metaexpert.UserException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code metaexpert}. */
@Command(
        name = "metaexpert",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        description = "Expert Advisors for crypto in Java.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped by Ctrl-C."})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command and exits with its code: 0 ok, 1 failure, 2 wrong use. */
    public static void main(String[] args) {
        System.exit(commandLine(args).execute(args));
    }

    /** With the one command that {@code args} name; with all of them where they name none. */
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Main());
        List<String> named = args.length > 0 && Commands.NAMES.contains(args[0]) ? List.of(args[0]) : Commands.NAMES;
        for (String name : named) {
            CommandLine command = new CommandLine(Commands.create(name));
            command.getCommandSpec().versionProvider(new VersionCommand.Provider());
            line.addSubcommand(name, command);
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::report)
                .setParameterExceptionHandler(Main::refuse);
    }

    private static int report(Exception exception, CommandLine command, ParseResult parsed) throws Exception {
        if (!(exception instanceof UserException mistake)) {
            throw exception;
        }
        return Exit.mistake(command.getErr(), mistake);
    }

    private static int refuse(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String message = String.valueOf(wrong.getMessage());
        String hint = "`" + command.getCommandSpec().qualifiedName() + " --help` shows what there is";
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            if (!unmatched.getSuggestions().isEmpty()) {
                hint = "did you mean " + String.join(" or ", unmatched.getSuggestions()) + "? " + hint;
            }
            if (!unmatched.isUnknownOption() && !command.getSubcommands().isEmpty()) {
                message = "there is no command `" + unmatched.getUnmatched().get(0) + "`";
            }
        }
        return Exit.mistake(command.getErr(), message, hint);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
