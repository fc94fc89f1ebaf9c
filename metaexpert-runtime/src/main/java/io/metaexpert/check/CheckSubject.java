package io.metaexpert.check;

import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.launch.ExpertProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is checked: a project with its configuration and data.
 *
 * @param className the expert class, where the project has several
 */
public record CheckSubject(ConfigSource source, Path directory, Optional<String> className, DataCatalog catalog) {
    /** The configuration with more settings, {@code section.key=value}, which win. */
    MetaExpertConfig config(String... sets) {
        List<String> all = new ArrayList<>(source.sets());
        all.addAll(List.of(sets));
        return ConfigLoader.load(new ConfigSource(source.file(), source.profile(), source.environment(), all))
                .orThrow();
    }

    /** The strategy, loaded anew: its static fields are as at the start of a process. */
    ExpertProject open() {
        return ExpertProject.open(directory, className);
    }
}
