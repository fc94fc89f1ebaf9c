package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.market.BarResampler;
import io.metaexpert.market.Bars;
import io.metaexpert.market.TapeQuality;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.Timeframe;
import io.metaexpert.market.book.BookChange;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.market.book.Tape;
import io.metaexpert.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real recordings, imported, against the plainest reading of the same files and against bars that came another way. */
class SharedRecordingTest {
    private static final String SPOT = "ticks/binance-spot-btcusdt-20240808.gz";
    private static final String FUTURES = "ticks/binance-usdm-btcusdt-20240808.gz";

    @TempDir
    private Path home;

    private Dataset importFile(String path) {
        return new Datasets(home)
                .importFiles(new ImportRequest(
                        List.of(SharedData.file(path)),
                        Optional.of("tape"),
                        Optional.empty(),
                        Optional.empty(),
                        GapPolicy.KEEP,
                        false,
                        false));
    }

    private Tape tape() {
        return new DataCatalog(home).loadTicks("tape", home).tape();
    }

    @Test
    void nothingIsMissingInTheSpotRecording() {
        TapeQuality quality = importFile(SPOT).tape().orElseThrow();

        assertThat(quality.trades()).isEqualTo(9_757);
        assertThat(quality.quotes()).isEqualTo(28_040);
        assertThat(quality.missingTrades() + quality.crossedQuotes() + quality.outOfOrder() + quality.leftOut())
                .isZero();
        assertThat(quality.late()).isEqualTo(2_168);
        assertThat(quality.longestLateMs()).isEqualTo(166);
        assertThat(quality.depth()).isEqualTo(new TapeQuality.Depth(3_452, 1, 126_090, 0, 0, 3));
    }

    @Test
    void nothingIsMissingInTheFuturesRecording() {
        TapeQuality quality = importFile(FUTURES).tape().orElseThrow();

        assertThat(quality.trades()).isEqualTo(21_313);
        assertThat(quality.quotes()).isEqualTo(66_089);
        assertThat(quality.missingTrades() + quality.crossedQuotes() + quality.outOfOrder() + quality.leftOut())
                .isZero();
        assertThat(quality.depth()).isEqualTo(new TapeQuality.Depth(6_552, 1, 445_521, 0, 0, 6));
    }

    @Test
    void everyTickIsThatOfItsMessage() throws IOException {
        for (String path : List.of(SPOT, FUTURES)) {
            new Datasets(home).importFiles(replacing(path));
            assertSame(tape().ticks(), SharedData.file(path));
        }
    }

    private static ImportRequest replacing(String path) {
        return new ImportRequest(
                List.of(SharedData.file(path)),
                Optional.of("tape"),
                Optional.empty(),
                Optional.empty(),
                GapPolicy.KEEP,
                false,
                true);
    }

    private static void assertSame(Ticks ticks, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        int row = 0;
        long clock = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = json.readTree(line.substring(20));
                JsonNode event = message.has("data") ? message.get("data") : message;
                clock = Math.max(clock, event.path("T").asLong(event.path("E").asLong(0)));
                if (event.path("e").asText().equals("trade")) {
                    assertThat(ticks.last(row))
                            .isEqualTo(Double.parseDouble(event.get("p").asText()));
                    assertThat(ticks.lastSize(row))
                            .isEqualTo(Double.parseDouble(event.get("q").asText()));
                    assertThat(ticks.kind(row).aggressor())
                            .isEqualTo(event.get("m").asBoolean() ? -1 : 1);
                } else if (event.has("B")) {
                    assertThat(ticks.bid(row))
                            .isEqualTo(Double.parseDouble(event.get("b").asText()));
                    assertThat(ticks.bidSize(row))
                            .isEqualTo(Double.parseDouble(event.get("B").asText()));
                    assertThat(ticks.ask(row))
                            .isEqualTo(Double.parseDouble(event.get("a").asText()));
                    assertThat(ticks.askSize(row))
                            .isEqualTo(Double.parseDouble(event.get("A").asText()));
                    assertThat(ticks.kind(row).isTrade()).isFalse();
                } else {
                    continue;
                }
                assertThat(ticks.timeMs(row)).isEqualTo(clock);
                row++;
            }
        }
        assertThat(ticks.size()).isEqualTo(row);
    }

    @Test
    void theStoredBookMeetsTheStoredQuotes() {
        importFile(FUTURES);
        Tape tape = tape();
        DepthBook book = new DepthBook(tape.rule());
        int compared = 0;
        int equal = 0;
        for (int i = 0; i < tape.depth().size(); i++) {
            BookChange change = book.apply(tape.depth(), i);
            int before = tape.depth().ticksBefore(i) - 1;
            if (change == BookChange.APPLIED && before >= 0) {
                compared++;
                boolean bid = book.bid(0) == tape.ticks().bid(before);
                boolean ask = book.ask(0) == tape.ticks().ask(before);
                equal += bid && ask ? 1 : 0;
            }
        }

        // Streams overtake each other by milliseconds; that they agree nearly always shows that they interleave
        // rightly.
        assertThat(compared).isGreaterThan(6_000);
        assertThat(equal / (double) compared).isGreaterThan(0.9);
    }

    @Test
    void barsOfTheRecordedTradesAreThoseThatTheExchangePublished() {
        importFile(SPOT);
        Bars minutes = new DataCatalog(home)
                .load("tape", home, "BTC/USDT", GapPolicy.KEEP)
                .bars();
        Bars built = BarResampler.resample(minutes, Timeframe.M5);
        Bars published = SharedData.bars("bars/binance-spot/5m/BTCUSDT.csv.gz", Timeframe.M5);

        long start = 1_723_161_300_000L;
        int ours = built.indexAtOrAfter(start);
        int theirs = published.indexAtOrAfter(start);
        assertThat(built.openTimeMs(ours)).isEqualTo(start);
        assertThat(published.openTimeMs(theirs)).isEqualTo(start);
        assertThat(built.open(ours)).isEqualTo(published.open(theirs));
        assertThat(built.high(ours)).isEqualTo(published.high(theirs));
        assertThat(built.low(ours)).isEqualTo(published.low(theirs));
        assertThat(built.close(ours)).isEqualTo(published.close(theirs));
        assertThat(built.volume(ours)).isCloseTo(published.volume(theirs), within(1e-6));
    }
}
