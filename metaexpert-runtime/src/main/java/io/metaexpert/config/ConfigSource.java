package io.metaexpert.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a configuration comes from, lowest precedence first.
 *
 * @param file usually {@code metaexpert.yaml}
 * @param profile read {@code metaexpert-<profile>.yaml} beside the file as well
 * @param environment of the process; only {@code METAEXPERT_<SECTION>_<KEY>} is looked at
 * @param sets {@code section.key=value}, the last one wins
 */
public record ConfigSource(Path file, Optional<String> profile, Map<String, String> environment, List<String> sets) {
    public ConfigSource {
        environment = Map.copyOf(environment);
        sets = List.copyOf(sets);
    }

    /** The file alone, without profile, environment and settings of the command line. */
    public static ConfigSource of(Path file) {
        return new ConfigSource(file, Optional.empty(), Map.of(), List.of());
    }
}
