package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.Version;
import io.metaexpert.cli.Checkup.Finding;
import io.metaexpert.cli.Checkup.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
    private static final InstantSource RIGHT =
            InstantSource.fixed(Version.released().plus(Duration.ofDays(1)));

    @TempDir
    private Path home;

    @Test
    void findsNothingWrongWithThisMachine() {
        assertThat(check(Map.of(), RIGHT)).noneMatch(finding -> finding.status() == Status.FAIL);
    }

    @Test
    void saysWhichCredentialsAreSetButNeverTheirValues() throws IOException {
        List<Finding> findings =
                check(Map.of("BYBIT_API_KEY", "canary-key", "BYBIT_API_SECRET", "canary-secret"), RIGHT);

        assertThat(named(findings, "bybit").message()).isEqualTo("set: BYBIT_API_KEY, BYBIT_API_SECRET");
        assertThat(named(findings, "okx").message()).startsWith("no credentials set");
        assertThat(DoctorCommand.json(findings, true)).doesNotContain("canary");
    }

    @Test
    void failsWhenTheClockIsBeforeTheRelease() {
        Finding clock =
                named(check(Map.of(), InstantSource.fixed(Version.released().minusMillis(1))), "clock");

        assertThat(clock.status()).isEqualTo(Status.FAIL);
        assertThat(clock.hint()).isEqualTo("set the system's clock");
    }

    @Test
    void failsWhenTheDataFolderCannotBe() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        Finding folder = named(check(Map.of("METAEXPERT_HOME", file.toString()), RIGHT), "data folder");

        assertThat(folder.status()).isEqualTo(Status.FAIL);
        assertThat(folder.message()).startsWith(file + " cannot be written");
    }

    @Test
    void looksForTheRuntimeInTheLocalRepository() throws IOException {
        String place = "io/metaexpert/metaexpert-runtime/%1$s/metaexpert-runtime-%1$s.jar".formatted(Version.current());
        Path jar = home.resolve(place);
        assertThat(named(check(Map.of(), RIGHT), "local repository").status()).isEqualTo(Status.NOTE);

        Files.createDirectories(jar.resolveSibling("."));
        Files.createFile(jar);

        assertThat(named(check(Map.of(), RIGHT), "local repository").status()).isEqualTo(Status.OK);
    }

    private List<Finding> check(Map<String, String> environment, InstantSource clock) {
        HashMap<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("METAEXPERT_HOME", home.toString());
        return new Checkup(all, home, clock).findings();
    }

    private static Finding named(List<Finding> findings, String name) {
        return findings.stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
