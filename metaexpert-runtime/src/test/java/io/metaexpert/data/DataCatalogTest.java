package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.data.DataCatalog.LoadedBars;
import io.metaexpert.market.Timeframe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCatalogTest {
    private static final String THREE =
            "open_time_ms,open,high,low,close,volume\n1704067260000,1,3,1,2,10\n1704067320000,2,2,1,1,5\n1704067380000,1,4,1,4,2\n";

    @TempDir
    private Path folder;

    private DataCatalog catalog;

    @BeforeEach
    void open() {
        catalog = new DataCatalog(folder.resolve("home"));
    }

    @Test
    void readsTheBundledTradesAsMinuteBarsWithoutGaps() {
        LoadedBars first = catalog.load("sample", folder, "ETH/USDT", GapPolicy.FAIL);

        assertThat(first.bars().timeframe()).isEqualTo(Timeframe.M1);
        assertThat(first.quality().missing()).isZero();
        assertThat(first.quality().filled()).isPositive();
        assertThat(first.quality().synthetic()).isFalse();
        assertThat(first.quality().from()).hasToString("2013-11-25T00:00:00Z");
        assertThat(first.bars().open(0)).isEqualTo(800.01);
        assertThat(first.bars().close(first.bars().size() - 1)).isEqualTo(999.0);
        assertThat(first.quality().notes()).anyMatch(note -> note.contains("used in place of ETH/USDT"));
        assertThat(catalog.load("sample", folder, "BTC/USD", GapPolicy.KEEP)
                        .quality()
                        .contentHash())
                .isEqualTo(first.quality().contentHash());
    }

    @Test
    void reportsTheHolesOfTheRawYear() {
        Path raw = Shared.data("bars/bitfinex-spot/1m/BTCUSD-2018.csv.gz");

        LoadedBars loaded = catalog.load(raw.toString(), folder, "BTC/USD", GapPolicy.KEEP);

        assertThat(loaded.bars().size()).isEqualTo(520_499);
        assertThat(loaded.quality().missing()).isEqualTo(525_600 - 520_499);
        assertThat(loaded.quality().longestGap()).isEqualTo(67);
        assertThat(loaded.quality().ohlcViolations()).isZero();
    }

    @Test
    void fillsTheHolesOfTheRawYearToTheFilledYear() {
        Path raw = Shared.data("bars/bitfinex-spot/1m/BTCUSD-2018.csv.gz");
        Path filled = Shared.data("bars/bitfinex-spot/1m/BTCUSD-2018-filled.csv.gz");

        LoadedBars ours = catalog.load(raw.toString(), folder, "BTC/USD", GapPolicy.FILL);
        LoadedBars theirs = catalog.load(filled.toString(), folder, "BTC/USD", GapPolicy.FAIL);

        assertThat(ours.quality().filled()).isEqualTo(5_101);
        assertThat(theirs.bars().size()).isEqualTo(525_600);
        assertThat(ours.quality().contentHash()).isEqualTo(theirs.quality().contentHash());
    }

    @Test
    void reportsPagesThatAreMissing() {
        Path file = Shared.data("ugly/bybit-linear-DOTUSDT-1m-80pct-missing.csv.gz");

        LoadedBars loaded = catalog.load(file.toString(), folder, "DOT/USDT", GapPolicy.KEEP);

        assertThat(loaded.bars().timeframe()).isEqualTo(Timeframe.M1);
        assertThat(loaded.quality().longestGap()).isEqualTo(801);
        assertThat(loaded.quality().gaps()).isEqualTo(524);
        assertThat(loaded.quality().missing()).isEqualTo(524 * 801);
    }

    @Test
    void takesMinutesWithoutATradeForGood() {
        Path file = Shared.data("ugly/binance-us-BTCUSDC-1m-illiquid.csv.gz");

        LoadedBars loaded = catalog.load(file.toString(), folder, "BTC/USDC", GapPolicy.FAIL);

        assertThat(loaded.bars().size()).isEqualTo(30_240);
    }

    @Test
    void readsDailyBarsWithDates() {
        Path file = Shared.data("reference/GOOG.csv");

        LoadedBars loaded = catalog.load(file.toString(), folder, "GOOG/USD", GapPolicy.KEEP);

        assertThat(loaded.bars().timeframe()).isEqualTo(Timeframe.D1);
        assertThat(loaded.quality().from()).hasToString("2004-08-19T00:00:00Z");
        assertThat(loaded.bars().high(0)).isEqualTo(104.06);
    }

    @Test
    void servesAnUnchangedFileFromTheCache() throws IOException {
        Path file = settled(folder.resolve("a.csv"), THREE);
        LoadedBars first = catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP);
        List<Path> cached = list(folder.resolve("home/cache"));

        LoadedBars second = catalog.load(file.toString(), folder, "A/B", GapPolicy.KEEP);

        assertThat(cached)
                .anyMatch(path ->
                        path.getFileName().toString().equals(first.quality().contentHash() + ".bars"));
        assertThat(second.bars().close(2)).isEqualTo(4);
        assertThat(second.quality().contentHash()).isEqualTo(first.quality().contentHash());
    }

    @Test
    void neverServesBarsOfAFileThatChangedEvenWithTheSameSizeAndTime() throws IOException {
        Path file = settled(folder.resolve("a.csv"), THREE);
        FileTime time = Files.getLastModifiedTime(file);
        catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP);

        Files.writeString(file, THREE.replace("1,4,1,4,2", "1,5,1,5,2"));
        Files.setLastModifiedTime(file, time);

        assertThat(catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP).bars().close(2))
                .isEqualTo(5);
    }

    @Test
    void rebuildsADamagedCache() throws IOException {
        settled(folder.resolve("a.csv"), THREE);
        catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP);
        Path cached = list(folder.resolve("home/cache")).stream()
                .filter(path -> path.toString().endsWith(".bars"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(cached);
        bytes[100] ^= 1;
        Files.write(cached, bytes);

        assertThat(catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP).bars().open(0))
                .isEqualTo(1);
        assertThat(Files.readAllBytes(cached)[100]).isEqualTo((byte) (bytes[100] ^ 1));
    }

    @Test
    void namesFileLineAndColumnOfABadNumber() throws IOException {
        settled(folder.resolve("a.csv"), THREE.replace("1704067320000,2,2,", "1704067320000,2,x2,"));

        assertThatThrownBy(() -> catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("a.csv") + ":3: column 3 (high): \"x2\" is not a positive number");
        assertThat(list(folder.resolve("home/cache"))).isEmpty();
    }

    @Test
    void refusesPricesThatAreNone() throws IOException {
        for (String bad : List.of("0", "-1", "NaN", "", "1e999")) {
            settled(folder.resolve("a.csv"), THREE.replace("1704067380000,1,4,1,4", "1704067380000,1,4,1," + bad));

            assertThatThrownBy(() -> catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(":4: column 5 (close): \"" + bad + "\"");
        }
    }

    @Test
    void refusesACutOffArchive() throws IOException {
        byte[] whole = gzip(THREE);
        Files.write(folder.resolve("a.csv.gz"), Arrays.copyOf(whole, whole.length - 10));

        assertThatThrownBy(() -> catalog.load("a.csv.gz", folder, "A/B", GapPolicy.KEEP))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("a.csv.gz") + ": the compressed file is cut off");
        assertThat(list(folder.resolve("home/cache"))).isEmpty();
    }

    @Test
    void refusesDisorderAndDuplicatesNamingTheLine() throws IOException {
        settled(folder.resolve("a.csv"), THREE + "1704067320000,2,2,1,1,5\n");
        settled(folder.resolve("b.csv"), THREE + "1704067380000,1,4,1,4,2\n");

        assertThatThrownBy(() -> catalog.load("a.csv", folder, "A/B", GapPolicy.KEEP))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a.csv:5: ")
                .hasMessageContaining("out of order");
        assertThatThrownBy(() -> catalog.load("b.csv", folder, "A/B", GapPolicy.KEEP))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("b.csv:5: the bar of 2024-01-01T00:03:00Z comes twice");
    }

    @Test
    void findsTheFinestFileOfASymbolInAFolder() throws IOException {
        settled(folder.resolve("BTC-USDT-1h.csv"), THREE);
        settled(folder.resolve("BTCUSDT-1m-2024-01.csv"), THREE);
        settled(folder.resolve("BTCUSDT-1m-2024-02.csv"), "1704067440000,4,4,4,4,1\n");
        settled(folder.resolve("BTCUSDTX-1m.csv"), "x");

        assertThat(catalog.load(".", folder, "BTC/USDT", GapPolicy.FAIL).bars().size())
                .isEqualTo(4);
        assertThatThrownBy(() -> catalog.load(".", folder, "ETH/USDT", GapPolicy.FAIL))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no file of ETH/USDT");
    }

    @Test
    void refusesGapsWhenToldTo() throws IOException {
        settled(folder.resolve("a.csv"), THREE.replace("\n1704067380000", "\n1704067560000"));

        assertThatThrownBy(() -> catalog.load("a.csv", folder, "A/B", GapPolicy.FAIL))
                .isInstanceOf(UserException.class)
                .hasMessage("a.csv: 3 of 6 bars are missing, in 1 gaps; the longest is 3 bars");
    }

    @Test
    void saysWhatDoesNotExist() {
        assertThatThrownBy(() -> catalog.load("nothing", folder, "A/B", GapPolicy.KEEP))
                .isInstanceOf(UserException.class)
                .hasMessage("no data \"nothing\": neither a dataset nor a file or folder");
    }

    /** A file old enough for the cache to trust its times. */
    private static Path settled(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 60_000));
        return file;
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
