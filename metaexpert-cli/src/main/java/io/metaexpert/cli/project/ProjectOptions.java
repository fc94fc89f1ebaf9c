package io.metaexpert.cli.project;

import io.metaexpert.config.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of all commands that run a project. */
public final class ProjectOptions {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path directory = Path.of("");

    @Option(names = "--from", paramLabel = "DATE", description = "First day or instant of the run, UTC.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Day or instant before which the run ends, UTC.")
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
            description = "A key of metaexpert.yaml, such as inputs.fastPeriod=20; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", description = "Read metaexpert-NAME.yaml as well.")
    private @Nullable String profile;

    @Option(names = "--class", paramLabel = "CLASS", description = "The expert, where the project has several.")
    private @Nullable String className;

    public Path directory() {
        return directory;
    }

    /** What was given of the flags that stand for a key, under the flag's name. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        add(settings, "--from", from);
        add(settings, "--to", to);
        add(settings, "--data", data);
        add(settings, "--symbol", symbol);
        add(settings, "--timeframe", timeframe);
        return settings;
    }

    /** Puts a flag in, if it was given. */
    public static void add(Map<String, String> settings, String flag, @Nullable String value) {
        if (value != null) {
            settings.put(flag, value);
        }
    }

    public List<String> sets() {
        return sets;
    }

    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    public Optional<String> className() {
        return Optional.ofNullable(className);
    }

    /** The configuration with all of this. */
    public ConfigSource source() {
        return FlagSource.of(directory, settings(), sets, profile());
    }
}
