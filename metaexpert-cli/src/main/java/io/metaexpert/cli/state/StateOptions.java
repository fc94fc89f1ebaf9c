package io.metaexpert.cli.state;

import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.store.StateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose state it is. */
final class StateOptions {
    @Option(names = "--dir", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path directory = Path.of("");

    @Option(names = "--profile", paramLabel = "NAME", description = "Read metaexpert-NAME.yaml as well.")
    private @Nullable String profile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A key of metaexpert.yaml, such as strategy.id=1002; may be repeated.")
    private List<String> sets = new ArrayList<>();

    /** As {@code state.path} and {@code strategy.id} of the project say. */
    StateFiles files() {
        ConfigSource source = new ConfigSource(
                directory.resolve("metaexpert.yaml"), Optional.ofNullable(profile), System.getenv(), sets);
        MetaExpertConfig config = ConfigLoader.load(source).orThrow();
        return new StateFiles(
                directory.resolve(config.state().path()),
                String.valueOf(config.strategy().id()));
    }
}
