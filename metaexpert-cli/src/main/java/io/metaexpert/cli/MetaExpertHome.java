package io.metaexpert.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where datasets and caches are: {@code METAEXPERT_HOME}, or {@code .metaexpert} in the user's folder. */
final class MetaExpertHome {
    private MetaExpertHome() {}

    static Path folder(Map<String, String> environment) {
        String home = environment.getOrDefault("METAEXPERT_HOME", "");
        return home.isBlank() ? Path.of(System.getProperty("user.home"), ".metaexpert") : Path.of(home);
    }
}
