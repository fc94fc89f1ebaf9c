package io.metaexpert.cli;

import io.metaexpert.report.RunComparison;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert compare RUN RUN}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compare two runs: figures, first differing round trip, inputs.")
final class CompareCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a run, or its report.json.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", description = "The run to compare it with.")
    private Path second = Path.of("");

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public void run() {
        var comparison = RunComparison.of(first, second);
        if (json) {
            comparison.printJson(spec.commandLine().getOut());
        } else {
            comparison.print(spec.commandLine().getOut());
        }
    }
}
