package io.metaexpert.cli.data;

import io.metaexpert.data.DataCatalog;
import io.metaexpert.data.Datasets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the datasets are. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The home folder; otherwise METAEXPERT_HOME, or .metaexpert in your own folder.")
    private Optional<Path> home = Optional.empty();

    Datasets datasets() {
        return new Datasets(home.orElseGet(() -> DataCatalog.defaultHome(System.getenv())));
    }
}
