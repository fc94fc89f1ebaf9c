package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \"quoted\" <!--\u2028";

    @TempDir
    private Path folder;

    @Test
    void writesEqualBytesForEqualRuns() throws IOException {
        SampleRun.write(SampleRun.seeded(1), folder.resolve("a"), new ReportOptions(true));
        SampleRun.write(SampleRun.seeded(1), folder.resolve("b"), new ReportOptions(true));

        List<String> names = names(folder.resolve("a"));
        assertThat(names).contains("report.json", "manifest.json", "equity.csv.gz");
        assertThat(names(folder.resolve("b"))).isEqualTo(names);
        for (String name : names) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
        assertThat(names(folder)).containsExactly("a", "b");
    }

    @Test
    void keepsHostileTextAsText() throws IOException {
        JsonNode report = write(SampleRun.named(HOSTILE), ReportOptions.DEFAULT);

        assertThat(report.get("expert").asText()).isEqualTo(HOSTILE);
        assertThat(report.get("roundTrips").get(0).get("entryReason").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void writesTheFiguresAndEveryRoundTripFillAndOrder() throws IOException {
        RunRecord run = SampleRun.of(2_000, 100);

        JsonNode report = write(run, ReportOptions.DEFAULT);

        assertThat(report.get("summary").get("finalEquity").asText())
                .isEqualTo(NumberText.plain(run.result().metrics().finalEquity()));
        assertThat(report.get("roundTrips")).hasSize(20);
        assertThat(report.get("fills")).hasSize(40);
        assertThat(report.get("orders")).hasSize(40);
        assertThat(report.get("roundTrips").get(0).get("entryTime").asText()).isEqualTo("2018-01-01T00:01:00Z");
        assertThat(report.get("refusals").get(0).get("count").asInt()).isEqualTo(3);
        assertThat(report.get("accountEvents").get(0).get("amount").asText()).isEqualTo("-0.02");
        assertThat(report.get("accountEvents").get(1).get("insurance").asText()).isEqualTo("1");
    }

    @Test
    void writesNullForWhatIsNotDefined() throws IOException {
        JsonNode report = write(SampleRun.of(30, 1_000), ReportOptions.DEFAULT);

        assertThat(report.get("summary").get("sharpe").isNull()).isTrue();
        assertThat(report.get("summary").get("winRate").isNull()).isTrue();
        assertThat(Files.readString(folder.resolve("run").resolve("report.json")))
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void writesEveryBarWhenToldTo() throws IOException {
        write(SampleRun.of(6_000, 100), new ReportOptions(true));

        var file = folder.resolve("run").resolve("equity.csv.gz");
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            assertThat(reader.lines().toList()).hasSize(6_001).startsWith("time,equity", "2018-01-01T00:01:00Z,10000");
        }
    }

    @Test
    void replacesAnEarlierRun() throws IOException {
        write(SampleRun.seeded(1), new ReportOptions(true));

        write(SampleRun.seeded(2), ReportOptions.DEFAULT);

        assertThat(names(folder.resolve("run"))).doesNotContain("equity.csv.gz");
    }

    @Test
    void refusesAFolderThatIsNotARun() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> SampleRun.write(SampleRun.seeded(1), mine, ReportOptions.DEFAULT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("not the folder of a run");
        assertThat(names(folder)).containsExactly("mine");
        assertThat(names(mine)).containsExactly("thesis.txt");
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> SampleRun.write(SampleRun.seeded(1), file.resolve("run"), ReportOptions.DEFAULT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot write the report to");
        assertThat(names(folder)).containsExactly("file");
    }

    private JsonNode write(RunRecord run, ReportOptions options) throws IOException {
        SampleRun.write(run, folder.resolve("run"), options);
        return new ObjectMapper()
                .readTree(folder.resolve("run").resolve("report.json").toFile());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
