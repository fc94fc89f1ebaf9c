package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressCommandTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void create() {
        assertThat(Cli.run("new", "trend", "--output-dir", folder.toString()).code())
                .isZero();
        project = folder.resolve("trend");
    }

    private Cli run(String... args) {
        return Cli.run(Stream.concat(Stream.of("stress", project.toString()), Stream.of(args))
                .toArray(String[]::new));
    }

    @Test
    void putsANewProjectUnderStressAndSaysThatFewScenariosShowLittle() throws IOException {
        Cli cli = run("--scenarios", "22");

        assertThat(cli.code()).as(cli.err()).isEqualTo(1);
        assertThat(cli.out())
                .contains("liquidation cascade", "too few scenarios to show more", "price of safety", "own");
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(project.resolve("reports/stress/stress.json").toFile());
        assertThat(json.path("families").size()).isEqualTo(11);
        assertThat(json.path("all").path("scenarios").asInt()).isEqualTo(22);
        assertThat(project.resolve("reports/stress/stress.html")).isNotEmptyFile();
    }

    @Test
    void runsTheProjectsStrategyAlone() {
        Cli cli = run("--strategy", "own", "--families", "gap, outage", "--scenarios", "4", "--threads", "2");

        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).contains("gap", "outage in position").doesNotContain("bite", "always-max");
    }

    @Test
    void tellsAScenario() {
        Cli cli = run("--strategy", "always-max", "--scenario", "1-t3-cascade");

        assertThat(cli.out()).contains("with limits", "without limits", "filled", "worst loss: ");
    }

    @Test
    void refusesWhatItCannotRun() {
        refuses("--scenarios must be from 11 to 1000000, was 3", "--scenarios", "3");
        refuses("--families has `earthquake`, which is none", "--families", "gap,earthquake");
        refuses(
                "--strategy must be one of own, random, martingale, always-max and all, was mine",
                "--strategy",
                "mine");
        refuses("--scenario must be the id of a scenario, was 17", "--scenario", "17");
        refuses("--threads must be at least 1, was 0", "--threads", "0");
        refuses("--seed must be at least 0, was -1", "--seed=-1");
        refuses(
                "no loss limit is set, so there is nothing to hold losses against",
                "--set",
                "risk.max-drawdown=off",
                "--set",
                "risk.daily-loss-limit=off");
    }

    private void refuses(String message, String... args) {
        Cli cli = run(args);

        assertThat(List.of(cli.code(), cli.err().lines().findFirst().orElse("")))
                .isEqualTo(List.of(2, "error: " + message));
    }
}
