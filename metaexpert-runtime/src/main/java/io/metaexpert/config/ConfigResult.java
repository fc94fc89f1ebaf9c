package io.metaexpert.config;

import io.metaexpert.UserException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Either a valid configuration or everything that is wrong with it.
 *
 * @param config present exactly when there is no problem
 * @param problems in the order of file, profile, environment and command line, by line
 */
public record ConfigResult(Optional<MetaExpertConfig> config, List<Problem> problems) {
    public ConfigResult {
        problems = List.copyOf(problems);
        if (config.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either a configuration or problems, was " + problems);
        }
    }

    /**
     * The configuration.
     *
     * @throws UserException with all problems, one a line
     */
    public MetaExpertConfig orThrow() {
        return config.orElseThrow(() -> new UserException(
                problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())), ""));
    }
}
