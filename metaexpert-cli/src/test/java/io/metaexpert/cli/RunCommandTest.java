package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void create() {
        assertThat(Cli.run("new", "trend", "--output-dir", folder.toString()).code())
                .isZero();
        project = folder.resolve("trend");
    }

    @Test
    void backtestsANewProjectAndNamesTheReport() throws IOException {
        Cli cli = run();

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Final equity", "report: " + project);
        try (Stream<Path> runs = Files.list(project.resolve("reports"))) {
            List<Path> all = runs.toList();
            assertThat(all).hasSize(1);
            assertThat(all.get(0).resolve("report.json")).isNotEmptyFile();
            assertThat(all.get(0).resolve("report.html")).isNotEmptyFile();
        }
    }

    @Test
    void writesTheSameBytesForTheSameInputs() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        assertThat(run("--report-dir", first.toString()).code()).isZero();
        assertThat(run("--report-dir", second.toString()).code()).isZero();

        for (String name : List.of("report.json", "manifest.json", "report.html")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void writesTheSameEventLogAgain() throws IOException {
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");

        assertThat(run("--event-log", first.toString()).code()).isZero();
        assertThat(run("--event-log", second.toString()).code()).isZero();

        assertThat(first)
                .content()
                .contains("\"call\":\"onBar Trend.", "\"decision\":\"Submit\",\"by\":\"onBar Trend.");
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void printsOnlyTheSummaryAsJson() throws IOException {
        Cli cli = run("--json");

        JsonNode json = JsonMapper.builder().build().readTree(cli.out());
        assertThat(json.path("summary").size()).isGreaterThan(20);
        assertThat(json.path("partial").asBoolean(true)).isFalse();
        assertThat(json.path("findings").isArray()).isTrue();
        assertThat(Path.of(json.path("report").asText())).isDirectory();
    }

    @Test
    void letsFlagsWinOverSettings() {
        Cli cli = run("--set", "strategy.timeframe=1h", "--timeframe", "30m");

        assertThat(cli.out()).contains("binance 30m");
    }

    @Test
    void refusesInputsThatTheStrategyRefuses() {
        Cli cli = run("--set", "inputs.fastPeriod=50", "--set", "inputs.slowPeriod=20");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).startsWith("error: ").contains("PARAMETERS_INCORRECT");
        assertThat(project.resolve("reports")).doesNotExist();
    }

    @Test
    void namesFileAndLineOfAMistakeInAHandler() throws IOException {
        Path source = project.resolve("src/main/java/com/example/trend/Trend.java");
        Files.writeString(source, Files.readString(source).replace("@OnBar\n", "@OnBar(timeframe = \"7x\")\n"));

        Cli cli = run();

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("src/main/java/com/example/trend/Trend.java:", "7x");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void refusesPaperAndLiveUntilTheirEngineExists() {
        for (String mode : List.of("paper", "live")) {
            Cli cli = run("--mode", mode);

            assertThat(cli.code()).isEqualTo(2);
            assertThat(cli.err()).startsWith("error: --mode " + mode + " comes with the live engine");
        }
    }

    @Test
    void refusesAnUnknownKeyAndDataThatAreNotThere() {
        assertThat(run("--set", "backtest.fom=2020-01-01").err())
                .startsWith("error: ")
                .contains("backtest.fom");
        Cli cli = run("--data", "nowhere.csv");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("nowhere.csv");
    }

    @Test
    void refusesAFolderThatIsNoProject() {
        Cli cli = Cli.run("run", folder.resolve("none").toString());

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).startsWith("error: ");
    }

    @Test
    void runsTheDemoTwice() {
        Cli first = Cli.run("demo", "--output-dir", folder.toString());
        Cli second = Cli.run("demo", "--output-dir", folder.toString());

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("Created ", "report: ");
        assertThat(second.out()).contains("The project of an earlier demo is here", "report: ");
    }

    private Cli run(String... arguments) {
        String[] args = new String[arguments.length + 2];
        args[0] = "run";
        args[1] = project.toString();
        System.arraycopy(arguments, 0, args, 2, arguments.length);
        return Cli.run(args);
    }
}
