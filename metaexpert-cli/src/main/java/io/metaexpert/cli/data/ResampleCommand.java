package io.metaexpert.cli.data;

import io.metaexpert.market.Timeframe;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert data resample}. */
@Command(name = "resample", mixinStandardHelpOptions = true, description = "Build a dataset of coarser bars.")
final class ResampleCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The dataset of finer bars.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "TIMEFRAME",
            converter = TimeframeConverter.class,
            description = "Of the new bars, such as 15m.")
    private Timeframe timeframe = Timeframe.H1;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the new dataset; otherwise NAME-TIMEFRAME.")
    private Optional<String> newName = Optional.empty();

    @Option(names = "--force", description = "Replace what has that name.")
    private boolean force;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Listing.details(home.datasets().resample(name, timeframe, newName, force), out);
        out.flush();
    }
}
