package io.metaexpert.cli.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert data export}. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Write a dataset as CSV.")
final class ExportCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The dataset.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Ends in .csv, or .csv.gz to pack it.")
    private Path file = Path.of("");

    @Option(names = "--trades", description = "The trades instead of the bars.")
    private boolean trades;

    @Option(names = "--force", description = "Replace what has that name.")
    private boolean force;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (trades) {
            home.datasets().exportTrades(name, file, force);
        } else {
            home.datasets().exportBars(name, file, force);
        }
        out.println("Wrote " + file + ".");
        out.flush();
    }
}
