package io.metaexpert.cli.data;

import io.metaexpert.data.Datasets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert data sample}. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Describe the bundled data: real trades of BTC/USD on Bitstamp, 25 November to 1 December 2013.")
final class SampleCommand implements Runnable {
    private static final String NAME = "sample";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Write the minute bars as CSV; packed when it ends in .gz.")
    private Optional<Path> export = Optional.empty();

    @Option(names = "--trades", description = "With --export: the trades instead of the bars.")
    private boolean trades;

    @Option(names = "--force", description = "Replace what has that name.")
    private boolean force;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Datasets datasets = home.datasets();
        if (export.isEmpty()) {
            Listing.details(datasets.info(NAME), out);
        } else if (trades) {
            datasets.exportTrades(NAME, export.get(), force);
        } else {
            datasets.exportBars(NAME, export.get(), force);
        }
        export.ifPresent(file -> out.println("Wrote " + file + "."));
        out.flush();
    }
}
