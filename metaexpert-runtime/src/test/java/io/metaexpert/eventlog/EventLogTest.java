package io.metaexpert.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.metaexpert.UserException;
import io.metaexpert.backtest.Backtest;
import io.metaexpert.backtest.BacktestPlan;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.data.DataCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final String CONFIG = """
            market: {type: spot}
            strategy: {symbol: AAA/USDT, timeframe: 1m, on-error: continue}
            execution: {slippage: 0%, max-spread: off, max-quote-age: off}
            risk: {max-drawdown: off, max-orders-per-minute: off}
            portfolio: {max-open-positions: off, max-positions-per-symbol: off}
            backtest: {data: bars.csv, increments: none, initial-capital: 1000 USDT, fees: {maker: 0%, taker: 0.1%}}
            """;

    @TempDir
    private Path dir;

    @BeforeEach
    void eightMinutes() throws IOException {
        List<String> lines = new ArrayList<>(List.of("open_time_ms,open,high,low,close,volume"));
        for (int minute = 0; minute < 8; minute++) {
            lines.add(1_704_067_200_000L + minute * 60_000L + ",10,10.5,9.5,10.25,1");
        }
        Files.write(dir.resolve("bars.csv"), lines);
        Files.writeString(dir.resolve("metaexpert.yaml"), CONFIG);
    }

    private void run(Path file) {
        ConfigSource source = new ConfigSource(dir.resolve("metaexpert.yaml"), Optional.empty(), Map.of(), List.of());
        BacktestPlan plan = new BacktestPlan(
                Talker.class, ConfigLoader.load(source).orThrow(), dir, new DataCatalog(dir.resolve("home")), "code");
        try (EventLog log = EventLog.begin(file)) {
            Backtest.run(plan, log, (done, total) -> {}, () -> false);
            log.finish();
        }
    }

    @Test
    void writesWhatIsToldAndWhatIsDecidedInOrder() throws IOException {
        run(dir.resolve("events.jsonl"));

        List<String> lines = Files.readAllLines(dir.resolve("events.jsonl"));
        assertThat(lines.get(0)).isEqualTo("{\"time\":\"2024-01-01T00:00:00Z\",\"call\":\"onInit Talker.init\"}");
        assertThat(lines.get(1))
                .isEqualTo("{\"time\":\"2024-01-01T00:01:00Z\",\"call\":\"onBar Talker.bar\",\"event\":"
                        + "{\"instrument\":\"AAA/USDT@binance\",\"timeframe\":\"1m\",\"openTime\":\"2024-01-01T00:00:00Z\","
                        + "\"open\":10.0,\"high\":10.5,\"low\":9.5,\"close\":10.25,\"volume\":1.0}}");
        assertThat(lines.get(2))
                .startsWith(
                        "{\"time\":\"2024-01-01T00:01:00Z\",\"decision\":\"Submit\",\"by\":\"onBar Talker.bar\",\"bar\":"
                                + "{\"instrument\":\"AAA/USDT@binance\",\"timeframe\":\"1m\",\"openTime\":\"2024-01-01T00:00:00Z\"},")
                .contains(
                        "\"clientOrderId\":\"1001-1\"",
                        "\"side\":\"BUY\"",
                        "\"type\":{\"is\":\"Market\"}",
                        "\"size\":{\"is\":\"Base\",\"quantity\":\"2\"}",
                        "\"reason\":\"first\"");
        assertThat(lines.get(3))
                .contains("\"transaction\":\"OrderAccepted\",\"event\":{\"time\":\"2024-01-01T00:01:00Z\"");
        assertThat(lines.get(4)).contains("\"call\":\"onOrder Talker.order\"", "\"status\":\"ACCEPTED\"");
        assertThat(lines.get(5))
                .contains(
                        "\"transaction\":\"OrderFilled\"",
                        "\"price\":\"10\"",
                        "\"fee\":\"0.02 USDT\"",
                        "\"complete\":true");
        JsonMapper json = JsonMapper.builder().build();
        List<String> decisions = new ArrayList<>();
        for (String line : lines) {
            JsonNode each = json.readTree(line);
            if (each.has("decision") || each.has("failure")) {
                decisions.add(
                        each.path("decision").asText() + each.path("failure").asText() + " "
                                + each.path("by").asText() + " "
                                + each.path("bar").path("openTime").asText());
            }
        }
        assertThat(decisions)
                .containsExactly(
                        "Submit onBar Talker.bar 2024-01-01T00:00:00Z",
                        "Submit onBar Talker.bar 2024-01-01T00:01:00Z",
                        "Modify onBar Talker.bar 2024-01-01T00:02:00Z",
                        "Cancel onBar Talker.bar 2024-01-01T00:03:00Z",
                        "onBar Talker.bar  ",
                        "Submit onTimer Talker.timer 2024-01-01T00:04:00Z",
                        "CloseNothing onTimer Talker.timer 2024-01-01T00:04:00Z",
                        "Stop onTimer Talker.timer 2024-01-01T00:04:00Z");
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo(
                        "{\"time\":\"2024-01-01T00:05:30Z\",\"call\":\"onDeinit Talker.end\",\"event\":\"EXPERT_REQUEST\"}");
        assertThat(lines).anyMatch(line -> line.contains("\"error\":\"java.lang.IllegalStateException: no idea\""));
    }

    @Test
    void writesTheSameBytesInAnyLocaleAndTimeZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        run(dir.resolve("here.jsonl"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            run(dir.resolve("there.jsonl"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(dir.resolve("there.jsonl")).hasSameBinaryContentAs(dir.resolve("here.jsonl"));
    }

    @Test
    void packsWhatIsNamedSo() throws IOException {
        run(dir.resolve("events.jsonl"));
        run(dir.resolve("events.jsonl.gz"));

        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(dir.resolve("events.jsonl.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(dir.resolve("events.jsonl")));
        }
    }

    @Test
    void leavesNothingWhenTheRunDidNotEnd() {
        try (EventLog log = EventLog.begin(dir.resolve("events.jsonl"))) {
            log.failed("onInit X.y", new IllegalStateException("early"));
        }

        assertThat(dir.resolve("events.jsonl")).doesNotExist();
        assertThat(dir.resolve("events.jsonl.part")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> EventLog.begin(dir.resolve("none/events.jsonl")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none");
    }
}
