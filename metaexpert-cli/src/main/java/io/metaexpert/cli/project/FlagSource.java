package io.metaexpert.cli.project;

import io.metaexpert.cli.data.DataReference;
import io.metaexpert.config.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration of a project with what flags say. */
public final class FlagSource {
    /** The flags that stand for a key. */
    public static final Map<String, String> KEYS = Map.of(
            "--from", "backtest.from",
            "--to", "backtest.to",
            "--data", "backtest.data",
            "--seed", "backtest.seed",
            "--assume", "backtest.assume",
            "--symbol", "strategy.symbol",
            "--timeframe", "strategy.timeframe");

    private static final List<String> ORDER =
            List.of("--from", "--to", "--data", "--seed", "--assume", "--symbol", "--timeframe");

    private FlagSource() {}

    /**
     * Flags win over {@code --set}.
     *
     * @param settings values of {@link #KEYS}, under the flag's name
     * @param sets of {@code --set}, in their order
     */
    public static ConfigSource of(
            Path directory, Map<String, String> settings, List<String> sets, Optional<String> profile) {
        List<String> all = new ArrayList<>(sets);
        for (String flag : ORDER) {
            String value = settings.get(flag);
            if (value != null) {
                all.add(KEYS.get(flag) + "=" + (flag.equals("--data") ? DataReference.fromHere(value) : value));
            }
        }
        return new ConfigSource(directory.resolve("metaexpert.yaml"), profile, System.getenv(), all);
    }
}
