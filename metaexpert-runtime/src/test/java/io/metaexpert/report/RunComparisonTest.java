package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeRuns() {
        SampleRun.write(SampleRun.seeded(1), folder.resolve("a"), ReportOptions.DEFAULT);
        SampleRun.write(SampleRun.seeded(2), folder.resolve("b"), ReportOptions.DEFAULT);
    }

    @Test
    void findsNothingBetweenARunAndItself() {
        var same = RunComparison.of(folder.resolve("a"), folder.resolve("a").resolve("report.json"));

        assertThat(same.firstDifference()).isEmpty();
        assertThat(same.inputs()).doesNotContainValue(true);
        assertThat(same.figures())
                .isNotEmpty()
                .allMatch(line -> line.difference().isEmpty());
    }

    @Test
    void namesTheFirstRoundTripAndTheInputThatDiffer() {
        var comparison = RunComparison.of(folder.resolve("a"), folder.resolve("b"));

        assertThat(comparison.firstDifference()).hasValueSatisfying(difference -> {
            assertThat(difference.number()).isEqualTo(1);
            assertThat(difference.first()).contains("out 2018-01-01T00:50:00Z");
            assertThat(difference.second()).contains("out 2018-01-01T00:45:00Z");
        });
        assertThat(comparison.inputs()).containsEntry("seed", true).containsEntry("data", false);
        assertThat(comparison.figures())
                .contains(new RunComparison.Line("roundTripCount", "Round trips", "20", "22", "+2"));
    }

    @Test
    void printsATableOfEightyColumnsAndJson() throws IOException {
        var comparison = RunComparison.of(folder.resolve("a"), folder.resolve("b"));
        var table = new StringWriter();
        var json = new StringWriter();

        comparison.print(new PrintWriter(table));
        comparison.printJson(new PrintWriter(json));

        assertThat(table.toString().lines().filter(line -> line.contains("Sharpe") || line.contains("Round trips")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 80);
        assertThat(new ObjectMapper()
                        .readTree(json.toString())
                        .at("/firstDifference/roundTrip")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsNotARun() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\":");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": \"cake\"}");

        assertRefused(folder.resolve("missing"), "does not exist");
        assertRefused(folder, "does not exist");
        assertRefused(broken, "is not valid JSON");
        assertRefused(other, "is not a report of MetaExpert");
    }

    private void assertRefused(Path wrong, String message) {
        assertThatThrownBy(() -> RunComparison.of(folder.resolve("a"), wrong))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
    }
}
