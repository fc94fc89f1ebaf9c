package io.metaexpert.cli;

import io.metaexpert.Version;
import io.metaexpert.data.DataCatalog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.ToolProvider;

/** Looks at the machine. Uses no network and changes nothing but the time of the data folder. */
final class Checkup {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final List<String> EXCHANGES = List.of("BINANCE", "BYBIT", "OKX", "BITGET", "KUCOIN");

    private final Map<String, String> environment;
    private final Path repository;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    Checkup(Map<String, String> environment, Path repository, InstantSource clock) {
        this.environment = environment;
        this.repository = repository;
        this.clock = clock;
    }

    enum Status {
        OK,
        NOTE,
        FAIL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Finding(String name, Status status, String message, String hint) {}

    List<Finding> findings() {
        java();
        maven();
        repository();
        clock();
        dataFolder();
        EXCHANGES.forEach(this::credentials);
        return List.copyOf(findings);
    }

    private void java() {
        String found = System.getProperty("java.version") + " in " + System.getProperty("java.home");
        if (ToolProvider.getSystemJavaCompiler() == null) {
            add("java", Status.FAIL, found + " has no compiler", "install a JDK of 21 or newer, such as Temurin 25");
        } else {
            add("java", Status.OK, found, "");
        }
    }

    private void maven() {
        boolean windows = File.separatorChar == '\\';
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path maven = Path.of(folder, windows ? "mvn.cmd" : "mvn");
            if (!folder.isEmpty() && Files.isExecutable(maven)) {
                add("maven", Status.OK, maven.toString(), "");
                return;
            }
        }
        add("maven", Status.NOTE, "mvn is not on the PATH", "a project's own ./mvnw does as well");
    }

    private void repository() {
        Path jar = repository
                .resolve("io/metaexpert/metaexpert-runtime/" + Version.current())
                .resolve("metaexpert-runtime-" + Version.current() + ".jar");
        if (Files.isRegularFile(jar)) {
            add("local repository", Status.OK, "has metaexpert-runtime " + Version.current(), "");
        } else {
            add("local repository", Status.NOTE, jar + " is not there", "`metaexpert new` puts it there");
        }
    }

    private void clock() {
        Instant now = clock.instant();
        if (now.isBefore(Version.released())) {
            add("clock", Status.FAIL, now + ", which is before this version was released", "set the system's clock");
        } else {
            add("clock", Status.OK, now.toString(), "");
        }
    }

    private void dataFolder() {
        Path folder = DataCatalog.defaultHome(environment).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", null));
            add("data folder", Status.OK, folder + " can be written", "");
            long free = Files.getFileStore(folder).getUsableSpace();
            String message = String.format(Locale.ROOT, "%.1f GB free for %s", (double) free / GIGABYTE, folder);
            boolean enough = free >= GIGABYTE;
            add("disk", enough ? Status.OK : Status.FAIL, message, enough ? "" : "free at least 1 GB");
        } catch (IOException e) {
            add(
                    "data folder",
                    Status.FAIL,
                    folder + " cannot be written: " + e,
                    "set METAEXPERT_HOME to a folder that can");
        }
    }

    private void credentials(String exchange) {
        List<String> set = new ArrayList<>();
        for (String prefix : List.of("_", "_TESTNET_")) {
            for (String part : List.of("API_KEY", "API_SECRET", "API_PASSPHRASE")) {
                String name = exchange + prefix + part;
                if (!environment.getOrDefault(name, "").isBlank()) {
                    set.add(name);
                }
            }
        }
        String found = set.isEmpty() ? "no credentials set; backtests need none" : "set: " + String.join(", ", set);
        add(exchange.toLowerCase(Locale.ROOT), Status.OK, found, "");
    }

    private void add(String name, Status status, String message, String hint) {
        findings.add(new Finding(name, status, message, hint));
    }
}
