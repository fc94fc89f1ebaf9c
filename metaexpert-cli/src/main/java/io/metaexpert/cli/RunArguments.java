package io.metaexpert.cli;

import io.metaexpert.cli.project.FlagSource;
import io.metaexpert.config.ConfigSource;
import java.nio.file.Path;
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

    RunArguments {
        settings = Map.copyOf(settings);
        sets = List.copyOf(sets);
    }

    /** Where the configuration comes from; flags win over {@code --set}. */
    ConfigSource source() {
        return FlagSource.of(directory, settings, sets, profile);
    }
}
