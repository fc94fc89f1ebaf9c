package io.metaexpert.cli.data;

import io.metaexpert.data.Dataset;
import io.metaexpert.data.GapPolicy;
import io.metaexpert.data.ImportRequest;
import io.metaexpert.market.Timeframe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert data import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Check files of bars or trades, or recordings of ticks and depth, and store them as one dataset.")
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV, csv.gz, zip or Parquet, or a recording; several are read one after the other.")
    private List<Path> files = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the dataset; otherwise that of the first file.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "What was traded, such as BTC/USDT.")
    private Optional<String> symbol = Optional.empty();

    @Option(
            names = "--timeframe",
            paramLabel = "TIMEFRAME",
            converter = TimeframeConverter.class,
            description =
                    "Of the bars, or of those to build from trades; otherwise told from the bars, 1m from trades.")
    private Optional<Timeframe> timeframe = Optional.empty();

    @Option(
            names = "--gaps",
            paramLabel = "POLICY",
            defaultValue = "keep",
            description = "What to do about missing bars: keep, fill, fail (default: keep).")
    private GapPolicy gaps = GapPolicy.KEEP;

    @Option(names = "--repair", description = "Sort the rows and drop identical duplicates.")
    private boolean repair;

    @Option(names = "--force", description = "Replace what has that name.")
    private boolean force;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Dataset dataset =
                home.datasets().importFiles(new ImportRequest(files, name, symbol, timeframe, gaps, repair, force));
        Listing.details(dataset, out);
        out.println();
        out.println("In metaexpert.yaml: backtest.data: " + dataset.name());
        out.flush();
    }
}
