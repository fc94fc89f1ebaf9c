package io.metaexpert.cli;

import io.metaexpert.config.ConfigJson;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigResult;
import io.metaexpert.config.ConfigSchema;
import io.metaexpert.config.ConfigSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Check files without running anything.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = ValidateCommand.Config.class)
final class ValidateCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code metaexpert validate config}. */
    @Command(
            name = "config",
            mixinStandardHelpOptions = true,
            description = "Check a configuration and report every problem at once.",
            footer = {"", "Exit codes: 0 valid, 2 not valid."})
    static final class Config implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                defaultValue = "metaexpert.yaml",
                description = "The configuration (default: ${DEFAULT-VALUE}).")
        private Path file = Path.of("metaexpert.yaml");

        @Option(names = "--profile", paramLabel = "NAME", description = "Read metaexpert-NAME.yaml on top of it.")
        private @Nullable String profile;

        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                description = "Set a key, such as sizing.value=10%%. Repeatable.")
        private List<String> sets = List.of();

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        @Option(names = "--schema", description = "Print the JSON Schema of configurations instead, for editors.")
        private boolean schema;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            if (schema) {
                out.print(ConfigSchema.json());
                out.flush();
                return ExitCode.OK;
            }
            ConfigResult result =
                    ConfigLoader.load(new ConfigSource(file, Optional.ofNullable(profile), System.getenv(), sets));
            if (json) {
                out.print(ConfigJson.result(result));
                out.flush();
            } else {
                print(result);
            }
            return result.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
        }

        private void print(ConfigResult result) {
            result.config()
                    .ifPresent(config -> spec.commandLine()
                            .getOut()
                            .println(file + " is valid, " + config.effective().size() + " values are in effect"));
            result.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
            int count = result.problems().size();
            if (count > 0) {
                spec.commandLine().getErr().println(count == 1 ? "1 problem" : count + " problems");
            }
        }
    }
}
