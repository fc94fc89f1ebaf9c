package io.metaexpert.cli;

import io.metaexpert.config.ConfigSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code metaexpert run} is told.
 *
 * @param settings values of keys that have a flag of their own, under the flag's name
 * @param sets of {@code --set}, in their order
 */
record RunArguments(
        Path directory,
        Map<String, String> settings,
        List<String> sets,
        Optional<String> profile,
        Optional<String> className,
        Optional<Path> reportDir,
        Optional<Path> eventLog,
        boolean fullEquity,
        boolean json) {

    /** The flags that stand for a key. */
    static final Map<String, String> KEYS = Map.of(
            "--from", "backtest.from",
            "--to", "backtest.to",
            "--data", "backtest.data",
            "--seed", "backtest.seed",
            "--symbol", "strategy.symbol",
            "--timeframe", "strategy.timeframe");

    RunArguments {
        settings = Map.copyOf(settings);
        sets = List.copyOf(sets);
    }

    /** Where the configuration comes from; flags win over {@code --set}. */
    ConfigSource source() {
        List<String> all = new ArrayList<>(sets);
        for (String flag : List.of("--from", "--to", "--data", "--seed", "--symbol", "--timeframe")) {
            String value = settings.get(flag);
            if (value != null) {
                all.add(KEYS.get(flag) + "=" + (flag.equals("--data") ? fromHere(value) : value));
            }
        }
        return new ConfigSource(directory.resolve("metaexpert.yaml"), profile, System.getenv(), all);
    }

    /** A path of the command line starts here, one of the configuration in the project. */
    private static String fromHere(String data) {
        boolean path = data.contains("/") || data.contains(File.separator) || data.contains(".");
        return path && Files.exists(Path.of(data))
                ? Path.of(data).toAbsolutePath().toString()
                : data;
    }
}
