package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    private static final String THREE = """
            1704067200000,1,3,1,2,10
            1704067260000,2,2,1,1,5
            1704067320000,1,4,1,4,2
            """;
    private static final String KLINES = """
            1735689600000000,93576.00,93610.93,93537.50,93610.93,8.21827,1735689659999999,768978.5,1,4.5,421062.6,0
            1735689660000000,93610.93,93652.00,93606.20,93652.00,8.11706,1735689719999999,760000.0,1,4.5,421062.6,0
            """;
    private static final String KLINE_HEADER =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n";

    @TempDir
    private Path folder;

    private Datasets datasets;

    @BeforeEach
    void open() {
        datasets = new Datasets(folder.resolve("home"));
    }

    @Test
    void importsWhatTheCatalogThenFindsByName() throws IOException {
        Dataset imported = datasets.importFiles(request("BTCUSDT-1m-2024.csv", THREE, false));

        assertThat(imported.name()).isEqualTo("BTCUSDT-1m-2024");
        assertThat(imported.symbol()).isEqualTo("BTC/USDT");
        assertThat(datasets.list()).containsExactly(imported);
        assertThat(bars("BTCUSDT-1m-2024").close(2)).isEqualTo(4);
        assertThat(names(folder.resolve("home/data/BTCUSDT-1m-2024")))
                .containsExactlyInAnyOrder("data.bars", "dataset.json");
    }

    @Test
    void readsKlineFilesInEveryShape() throws IOException {
        String millis = KLINES.replace("000000,9", "000,9").replace("999999,", "999,");
        Path zip = folder.resolve("BTCUSDT-1m-2025-01.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../BTCUSDT-1m-2025-01.csv"));
            out.write(KLINES.getBytes(StandardCharsets.UTF_8));
        }

        Dataset micros = datasets.importFiles(request("us.csv", KLINES, false));
        Dataset headed = datasets.importFiles(request("header.csv", KLINE_HEADER + millis, false));
        Dataset zipped = datasets.importFiles(request(zip));

        assertThat(micros.quality().from()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(headed.quality().contentHash()).isEqualTo(micros.quality().contentHash());
        assertThat(zipped.quality().contentHash()).isEqualTo(micros.quality().contentHash());
        assertThat(folder.resolve("BTCUSDT-1m-2025-01.csv")).doesNotExist();
    }

    @Test
    void buildsBarsFromTradesAndKeepsTheTrades() throws IOException {
        String trades = """
                1,100.5,0.5,50.25,1704067201000,True
                2,101.5,0.25,25.375,1704067202000,False
                3,99.5,1,99.5,1704067261000,True
                """;

        Dataset imported = datasets.importFiles(request("trades.csv", trades, false));
        datasets.exportTrades("trades", folder.resolve("out.csv"), false);

        Bars bars = bars("trades");
        assertThat(imported.trades()).isEqualTo(3);
        assertThat(bars.size()).isEqualTo(2);
        assertThat(bars.high(0)).isEqualTo(101.5);
        assertThat(bars.volume(0)).isEqualTo(0.75);
        assertThat(folder.resolve("out.csv")).content().isEqualTo("""
                        timestamp,price,amount,is_buyer_maker
                        1704067201000,100.5,0.5,true
                        1704067202000,101.5,0.25,false
                        1704067261000,99.5,1,true
                        """);
    }

    @Test
    void repairsOrderAndIdenticalDuplicates() throws IOException {
        String mixed = THREE + "1704067260000,2,2,1,1,5\n";

        Dataset repaired = datasets.importFiles(request("a.csv", mixed, true));

        assertThat(repaired.quality().bars()).isEqualTo(3);
        assertThat(repaired.quality().duplicates()).isEqualTo(1);
        assertThat(repaired.quality().outOfOrder()).isEqualTo(1);
    }

    @Test
    void refusesToRepairDuplicatesThatContradictEachOther() throws IOException {
        ImportRequest request = request("a.csv", THREE + "1704067260000,2,2,1,1,6\n", true);

        assertThatThrownBy(() -> datasets.importFiles(request))
                .isInstanceOf(UserException.class)
                .hasMessage("two different bars of 2024-01-01T00:01:00Z");
        assertThat(names(folder.resolve("home/data"))).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenALineIsBad() throws IOException {
        ImportRequest request = request("a.csv", THREE + "1704067380000,2,2,1,oops,6\n", false);

        assertThatThrownBy(() -> datasets.importFiles(request))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("a.csv:4: column 5 (close): \"oops\" is not a positive number");
        assertThat(names(folder.resolve("home/data"))).isEmpty();
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Path orphan = folder.resolve("home/data/.p4194304999-x");
        Files.createDirectories(orphan);
        Files.writeString(orphan.resolve("data.bars"), "half");

        datasets.importFiles(request("a.csv", THREE, false));

        assertThat(names(folder.resolve("home/data"))).containsExactly("a");
    }

    @Test
    void replacesADatasetOnlyWhenForced() throws IOException {
        datasets.importFiles(request("a.csv", THREE, false));
        ImportRequest again = request("a.csv", THREE.replace("1,4,1,4,2", "1,5,1,5,2"), false);

        assertThatThrownBy(() -> datasets.importFiles(again))
                .isInstanceOf(UserException.class)
                .hasMessage("there is already a dataset \"a\"");
        datasets.importFiles(new ImportRequest(
                again.files(), again.name(), again.symbol(), again.timeframe(), again.gaps(), false, true));

        assertThat(bars("a").close(2)).isEqualTo(5);
        assertThat(names(folder.resolve("home/data"))).containsExactly("a");
    }

    @Test
    void countsBadRowsOfAFileThatIsOnlyLookedAt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                THREE
                        + "1704067380000,0,2,1,1,6\n1704067440000,NaN,2,1,1,6\n1704067260000,2,2,1,1,5\n1704067500000,2,1,3,2,6\n");

        Dataset seen = datasets.info(file.toString());

        assertThat(seen.quality().badPrices()).isEqualTo(2);
        assertThat(seen.quality().outOfOrder()).isEqualTo(1);
        assertThat(seen.quality().duplicates()).isEqualTo(1);
        assertThat(seen.quality().ohlcViolations()).isEqualTo(1);
        assertThat(seen.quality().missing()).isEqualTo(2);
    }

    @Test
    void exportedBarsReadBackTheSame() throws IOException {
        Dataset generated = datasets.generate(synthetic(7), "made", false);
        datasets.exportBars("made", folder.resolve("out.csv.gz"), false);

        Dataset back = datasets.importFiles(request(folder.resolve("out.csv.gz")));

        assertThat(back.quality().contentHash()).isEqualTo(generated.quality().contentHash());
    }

    @Test
    void generatesTheSameBarsForTheSameSeedAndMarksThem() {
        Dataset first = datasets.generate(synthetic(7), "one", false);
        Dataset second = datasets.generate(synthetic(7), "two", false);
        Dataset other = datasets.generate(synthetic(8), "three", false);
        Dataset coarser = datasets.resample("one", Timeframe.H1, Optional.empty(), false);

        assertThat(first.quality().contentHash()).isEqualTo(second.quality().contentHash());
        assertThat(first.quality().contentHash()).isNotEqualTo(other.quality().contentHash());
        assertThat(first.quality().ohlcViolations()).isZero();
        assertThat(first.quality().synthetic()).isTrue();
        assertThat(coarser.quality().synthetic()).isTrue();
        assertThat(coarser.quality().bars()).isEqualTo(83);
        assertThat(coarser.quality().notes()).anyMatch(note -> note.contains("not market data"));
    }

    @Test
    void refusesNamesThatLeaveTheFolder() throws IOException {
        ImportRequest request = request("a.csv", THREE, false);
        for (String name : List.of("../x", "a/b", "", ".hidden", "sample")) {
            ImportRequest named = new ImportRequest(
                    request.files(),
                    Optional.of(name),
                    request.symbol(),
                    request.timeframe(),
                    request.gaps(),
                    false,
                    true);

            assertThatThrownBy(() -> datasets.importFiles(named))
                    .isInstanceOf(UserException.class)
                    .hasMessage("\"" + name + "\" cannot be the name of a dataset");
        }
    }

    @Test
    void stopsAnArchiveThatUnpacksWithoutEnd() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        byte[] line = (THREE.lines().findFirst().orElseThrow() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] newlines = new byte[1 << 20];
        Arrays.fill(newlines, (byte) '\n');
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("bars.csv"));
            out.write(line);
            for (int i = 0; i < 80; i++) {
                out.write(newlines);
            }
        }

        assertThatThrownBy(() -> datasets.importFiles(request(bomb)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("unpacks to more than");
    }

    private static SyntheticBars synthetic(long seed) {
        return new SyntheticBars(5_000, Timeframe.M1, seed, Instant.parse("2024-01-01T00:00:00Z"), 50_000, 0.6);
    }

    private Bars bars(String name) {
        return new DataCatalog(folder.resolve("home"))
                .load(name, folder, "BTC/USDT", GapPolicy.KEEP)
                .bars();
    }

    private ImportRequest request(String name, String text, boolean repair) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new ImportRequest(
                List.of(file), Optional.empty(), Optional.empty(), Optional.empty(), GapPolicy.KEEP, repair, false);
    }

    private static ImportRequest request(Path file) {
        return new ImportRequest(
                List.of(file), Optional.empty(), Optional.empty(), Optional.empty(), GapPolicy.KEEP, false, false);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
