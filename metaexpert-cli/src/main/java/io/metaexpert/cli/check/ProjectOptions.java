package io.metaexpert.cli.check;

import io.metaexpert.check.CheckSubject;
import io.metaexpert.cli.data.DataReference;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.data.DataCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which project, configuration and data; as of {@code metaexpert run}. */
final class ProjectOptions {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path directory = Path.of("");

    @Option(names = "--from", paramLabel = "DATE", description = "First day or instant of the runs, UTC.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Day or instant before which the runs end, UTC.")
    private @Nullable String to;

    @Option(names = "--data", paramLabel = "DATA", description = "A dataset's name, a file or a folder.")
    private @Nullable String data;

    @Option(names = "--symbol", paramLabel = "BASE/QUOTE", description = "What is traded.")
    private @Nullable String symbol;

    @Option(names = "--timeframe", paramLabel = "TIMEFRAME", description = "Period of the strategy's bars.")
    private @Nullable String timeframe;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Set a key, such as sizing.value=10%%. Repeatable.")
    private List<String> sets = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Read metaexpert-NAME.yaml on top of metaexpert.yaml.")
    private @Nullable String profile;

    @Option(names = "--class", paramLabel = "NAME", description = "The expert class, where the project has several.")
    private @Nullable String className;

    CheckSubject subject() {
        List<String> all = new ArrayList<>(sets);
        add(all, "backtest.from", from);
        add(all, "backtest.to", to);
        add(all, "backtest.data", data == null ? null : DataReference.fromHere(data));
        add(all, "strategy.symbol", symbol);
        add(all, "strategy.timeframe", timeframe);
        ConfigSource source = new ConfigSource(
                directory.resolve("metaexpert.yaml"), Optional.ofNullable(profile), System.getenv(), all);
        return new CheckSubject(
                source,
                directory.toAbsolutePath().normalize(),
                Optional.ofNullable(className),
                new DataCatalog(DataCatalog.defaultHome(System.getenv())));
    }

    private static void add(List<String> all, String key, @Nullable String value) {
        if (value != null) {
            all.add(key + "=" + value);
        }
    }
}
