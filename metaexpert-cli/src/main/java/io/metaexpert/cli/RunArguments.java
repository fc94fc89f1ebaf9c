package io.metaexpert.cli;

import io.metaexpert.cli.data.DataReference;
import io.metaexpert.config.ConfigSource;
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
            "--assume", "backtest.assume",
            "--symbol", "strategy.symbol",
            "--timeframe", "strategy.timeframe");

    RunArguments {
        settings = Map.copyOf(settings);
        sets = List.copyOf(sets);
    }

    /** Where the configuration comes from; flags win over {@code --set}. */
    ConfigSource source() {
        List<String> all = new ArrayList<>(sets);
        for (String flag : List.of("--from", "--to", "--data", "--seed", "--assume", "--symbol", "--timeframe")) {
            String value = settings.get(flag);
            if (value != null) {
                all.add(KEYS.get(flag) + "=" + (flag.equals("--data") ? DataReference.fromHere(value) : value));
            }
        }
        return new ConfigSource(directory.resolve("metaexpert.yaml"), profile, System.getenv(), all);
    }
}
