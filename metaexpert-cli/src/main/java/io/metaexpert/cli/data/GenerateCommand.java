package io.metaexpert.cli.data;

import io.metaexpert.UserException;
import io.metaexpert.data.SyntheticBars;
import io.metaexpert.market.Timeframe;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert data generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Make synthetic bars: the same for the same options, and marked as synthetic wherever they are used.")
final class GenerateCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--bars", paramLabel = "N", required = true, description = "How many bars.")
    private int bars;

    @Option(
            names = "--timeframe",
            paramLabel = "TIMEFRAME",
            converter = TimeframeConverter.class,
            defaultValue = "1m",
            description = "Of the bars (default: 1m).")
    private Timeframe timeframe = Timeframe.M1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed makes other bars (default: 1).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2024-01-01",
            description = "First day, UTC (default: 2024-01-01).")
    private LocalDate start = LocalDate.EPOCH;

    @Option(
            names = "--price",
            paramLabel = "PRICE",
            defaultValue = "50000",
            description = "First price (default: 50000).")
    private double price;

    @Option(
            names = "--volatility",
            paramLabel = "PERCENT",
            defaultValue = "60%",
            description = "Per year (default: 60%%).")
    private String volatility = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the dataset; otherwise synthetic-TIMEFRAME-SEED.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--force", description = "Replace what has that name.")
    private boolean force;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        SyntheticBars synthetic = new SyntheticBars(
                bars, timeframe, seed, start.atStartOfDay(ZoneOffset.UTC).toInstant(), price, fraction());
        String newName = name.orElse("synthetic-" + timeframe + "-" + seed);
        Listing.details(home.datasets().generate(synthetic, newName, force), out);
        out.flush();
    }

    private double fraction() {
        String number = volatility.endsWith("%") ? volatility.substring(0, volatility.length() - 1) : "";
        try {
            return Double.parseDouble(number) / 100;
        } catch (NumberFormatException notANumber) {
            throw new UserException(
                    "--volatility must be a percentage such as 60%, was \"" + volatility + "\"",
                    "The sign says that 0.6 is not meant.");
        }
    }
}
