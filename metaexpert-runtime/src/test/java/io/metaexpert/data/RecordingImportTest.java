package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.market.TapeQuality;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.BookChange;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.market.book.DepthUpdates;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingImportTest {
    private static final String SNAPSHOT =
            "1700000000000000000 {\"lastUpdateId\":10,\"bids\":[[\"100.0\",\"1\"]],\"asks\":[[\"101\",\"2\"]]}";
    private static final String DIFF =
            "1700000000100000000 {\"stream\":\"btcusdt@depth\",\"data\":{\"e\":\"depthUpdate\","
                    + "\"E\":1700000000200,\"s\":\"BTCUSDT\",\"U\":11,\"u\":12,\"b\":[[\"100.5\",\"3\"]],\"a\":[]}}";
    private static final String QUOTE = "1700000000200000000 {\"u\":12,\"s\":\"BTCUSDT\",\"b\":\"100.50\",\"B\":\"3\","
            + "\"a\":\"101.00\",\"A\":\"2\"}";
    private static final String TRADE = "1700000000300000000 {\"e\":\"trade\",\"E\":1700000000151,\"s\":\"BTCUSDT\","
            + "\"t\":7,\"p\":\"101.00\",\"q\":\"0.5\",\"T\":1700000000150,\"m\":false,\"M\":true}";
    private static final String LATER_DIFF = "1700000000400000000 {\"e\":\"depthUpdate\",\"E\":1700000000300,"
            + "\"s\":\"BTCUSDT\",\"U\":13,\"u\":15,\"b\":[[\"100.5\",\"0\"]],\"a\":[[\"101\",\"1.5\"]]}";

    @TempDir
    private Path folder;

    private Datasets datasets;
    private DataCatalog catalog;

    @BeforeEach
    void open() {
        datasets = new Datasets(folder.resolve("home"));
        catalog = new DataCatalog(folder.resolve("home"));
    }

    private Dataset importLines(String... lines) throws IOException {
        Path file = folder.resolve("recording.txt");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return datasets.importFiles(request(file, false));
    }

    private static ImportRequest request(Path file, boolean repair) {
        return new ImportRequest(
                List.of(file), Optional.of("tape"), Optional.empty(), Optional.empty(), GapPolicy.KEEP, repair, true);
    }

    private Tape tape() {
        return catalog.loadTicks("tape", folder).tape();
    }

    @Test
    void keepsEveryMessageInTheOrderOfReceipt() throws IOException {
        Dataset dataset = importLines(SNAPSHOT, DIFF, QUOTE, TRADE, LATER_DIFF);

        Ticks ticks = tape().ticks();
        DepthUpdates depth = tape().depth();
        assertThat(dataset.symbol()).isEqualTo("BTC/USDT");
        assertThat(ticks.size()).isEqualTo(2);
        assertThat(ticks.kind(0)).isEqualTo(TickKind.QUOTE);
        assertThat(ticks.bid(0)).isEqualTo(100.5);
        assertThat(ticks.last(0)).isNaN();
        assertThat(ticks.kind(1)).isEqualTo(TickKind.BUYER_TRADE);
        assertThat(ticks.last(1)).isEqualTo(101);
        assertThat(ticks.lastSize(1)).isEqualTo(0.5);
        assertThat(ticks.askSize(1)).isEqualTo(2);
        assertThat(depth.size()).isEqualTo(3);
        assertThat(depth.isSnapshot(0)).isTrue();
        assertThat(depth.ticksBefore(1)).isZero();
        assertThat(depth.ticksBefore(2)).isEqualTo(2);
        assertThat(tape().rule()).isEqualTo(SequenceRule.RANGES);
    }

    @Test
    void theBookIsThereFromTheTape() throws IOException {
        importLines(SNAPSHOT, DIFF, QUOTE, TRADE, LATER_DIFF);
        DepthBook book = new DepthBook(tape().rule());

        for (int i = 0; i < tape().depth().size(); i++) {
            assertThat(book.apply(tape().depth(), i)).isEqualTo(BookChange.APPLIED);
        }

        assertThat(book.bid(0)).isEqualTo(100);
        assertThat(book.askSize(0)).isEqualTo(1.5);
        assertThat(book.timeMs()).isEqualTo(1_700_000_000_300L);
    }

    @Test
    void timesNeverFallAndWhatWasLateIsCounted() throws IOException {
        TapeQuality quality = importLines(DIFF, QUOTE, TRADE, LATER_DIFF).tape().orElseThrow();

        Ticks ticks = tape().ticks();
        assertThat(ticks.timeMs(0)).isEqualTo(1_700_000_000_200L);
        assertThat(ticks.timeMs(1)).isEqualTo(1_700_000_000_200L);
        assertThat(quality.late()).isEqualTo(1);
        assertThat(quality.longestLateMs()).isEqualTo(50);
        assertThat(quality.from()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_200L));
    }

    @Test
    void aMessageBeforeTheFirstTimeHasThatOfItsReceipt() throws IOException {
        importLines(QUOTE.replace("1700000000200000000", "1700000000001999999"), TRADE);

        assertThat(tape().ticks().timeMs(0)).isEqualTo(1_700_000_000_001L);
    }

    @Test
    void countsWhatIsMissingAndLeavesTheBookAsItWasReceived() throws IOException {
        String lost = LATER_DIFF.replace("\"U\":13", "\"U\":14");
        String trade = TRADE.replace("\"t\":7", "\"t\":10");
        String other = "1700000000000000001 {\"e\":\"kline\",\"k\":{\"t\":1,\"b\":[[\"x\"]]}}";

        TapeQuality quality = importLines(SNAPSHOT, DIFF, TRADE, trade, lost, other, "1700000000500000000 {}")
                .tape()
                .orElseThrow();

        assertThat(quality.missingTrades()).isEqualTo(2);
        assertThat(quality.outOfOrder()).isEqualTo(1);
        assertThat(quality.leftOut()).isEqualTo(2);
        assertThat(quality.depth()).isEqualTo(new TapeQuality.Depth(3, 1, 5, 1, 0, 1));
        assertThat(catalog.loadTicks("tape", folder).quality()).isEqualTo(quality);
    }

    @Test
    void anEmptySideIsNotKnownAndACrossedQuoteIsCounted() throws IOException {
        TapeQuality quality = importLines(
                        QUOTE.replace("\"101.00\",\"A\":\"2\"", "\"0.00\",\"A\":\"0.00\""),
                        QUOTE.replace("\"101.00\"", "\"100.50\""),
                        TRADE)
                .tape()
                .orElseThrow();

        assertThat(tape().ticks().ask(0)).isNaN();
        assertThat(quality.crossedQuotes()).isEqualTo(1);
    }

    @Test
    void futuresDepthNamesTheUpdateBefore() throws IOException {
        String diff =
                "1700000000100000000 {\"e\":\"depthUpdate\",\"E\":1700000000201,\"T\":1700000000200,\"s\":\"BTCUSDT\","
                        + "\"U\":9,\"u\":40,\"pu\":8,\"b\":[],\"a\":[]}";
        importLines(SNAPSHOT, diff, TRADE);

        assertThat(tape().rule()).isEqualTo(SequenceRule.CHAINED);
        assertThat(tape().depth().previousId(1)).isEqualTo(8);
        assertThat(tape().depth().timeMs(1)).isEqualTo(1_700_000_000_200L);
        assertThatThrownBy(() -> importLines(DIFF, diff, TRADE))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("recording.txt:2: depth of spot and of futures in one recording");
    }

    @Test
    void aStreamOfTheBestLevelsIsARowOfSnapshots() throws IOException {
        String partial =
                DIFF.replace("btcusdt@depth", "btcusdt@depth5@100ms").replace("\"a\":[]", "\"a\":[[\"101\",\"1\"]]");
        importLines(partial, partial.replace("\"u\":12", "\"u\":99").replace("100.5", "100.4"), TRADE);

        assertThat(tape().depth().isSnapshot(1)).isTrue();
        assertThat(tape().depth().lastId(1)).isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x|the line does not start with a time in nanoseconds and a space",
                "1700000000300000000 {\"e\":\"trade\"|not a message in JSON: Unexpected end-of-input",
                "1700000000300000000 [1]|not a message in JSON: the message is not an object",
                "1700000000300000000 {} {}|not a message in JSON: there is more after the message",
                "1700000000300000000 {\"e\":\"trade\",\"p\":\"1\",\"q\":\"1\",\"m\":true}|trade without a \"T\"",
                "1700000000300000000 {\"e\":\"trade\",\"p\":\"1\",\"q\":\"1\",\"T\":1}|trade without a \"m\"",
                "1700000000300000000 {\"e\":\"trade\",\"p\":\"-1\",\"q\":\"1\",\"T\":1700000000300,\"m\":true}"
                        + "|\"p\" of a trade is not a positive number",
                "1700000000300000000 {\"e\":\"trade\",\"p\":\"1\",\"T\":1700000000300,\"m\":true}"
                        + "|\"q\" of a trade is not a number of at least 0",
                "1700000000300000000 {\"e\":\"bookTicker\",\"b\":\"1\",\"B\":\"x\",\"a\":\"2\",\"A\":\"1\"}"
                        + "|\"B\" is not a number of at least 0",
                "1700000000300000000 {\"e\":\"bookTicker\",\"b\":\"0\",\"B\":\"1\",\"a\":\"2\",\"A\":\"1\"}"
                        + "|\"b\" is not a positive number",
                "1700000000300000000 {\"e\":\"depthUpdate\",\"E\":1,\"U\":1,\"b\":[],\"a\":[]}|depthUpdate without a \"u\"",
                "1700000000300000000 {\"e\":\"depthUpdate\",\"E\":1,\"U\":1,\"u\":1,\"b\":[]}|depthUpdate without a \"a\"",
                "1700000000300000000 {\"e\":\"depthUpdate\",\"E\":1,\"U\":1,\"u\":1,\"b\":[[\"1\"]],\"a\":[]}"
                        + "|level 1 of \"b\" is not a positive price and a size of at least 0",
                "1700000000300000000 {\"e\":\"depthUpdate\",\"E\":1,\"U\":1,\"u\":1,\"b\":[7],\"a\":[]}"
                        + "|not a message in JSON: a level is not an array of price and size",
                "1700000000300000000 {\"lastUpdateId\":1,\"bids\":[],\"asks\":[[\"1\",\"-1\"]]}"
                        + "|level 1 of \"asks\" is not a positive price and a size of at least 0",
                "1700000000300000000 {\"e\":\"aggTrade\",\"p\":\"1\",\"q\":\"1\",\"T\":1700000000300,\"m\":true}"
                        + "|\"aggTrade\" after \"trade\": together they count every trade twice",
                "1700000000300000000 {\"e\":\"trade\",\"s\":\"ETHUSDT\"}|a message of ETHUSDT in a recording of BTCUSDT",
                "1700000000300000000 {\"e\":\"trade\",\"p\":\"1\",\"q\":\"1\",\"T\":1700000000100,\"m\":true}"
                        + "|2023-11-14T22:13:20.100Z comes after 2023-11-14T22:13:20.150Z: the rows are out of order",
            })
    void refusesAWrongLineWithItsPlaceAndLeavesNothingBehind(String line, String problem) throws IOException {
        assertThatThrownBy(() -> importLines(SNAPSHOT, TRADE, "", line))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(folder.resolve("recording.txt") + ":4: " + problem);

        assertThat(folder.resolve("home/data")).isEmptyDirectory();
    }

    @Test
    void refusesARecordingWithoutTradesAndOneThatIsCutOff() throws IOException {
        assertThatThrownBy(() -> importLines(SNAPSHOT, DIFF, QUOTE))
                .isInstanceOf(UserException.class)
                .hasMessage("recording.txt: no trades in the recording, and bars are built of them");

        Path cut = folder.resolve("recording.gz");
        byte[] packed = gzip(SNAPSHOT + "\n" + TRADE + "\n");
        Files.write(cut, Arrays.copyOf(packed, packed.length - 12));
        assertThatThrownBy(() -> datasets.importFiles(request(cut, false)))
                .isInstanceOf(UserException.class)
                .hasMessage(cut + ": the compressed file is cut off");
        assertThat(folder.resolve("home/data")).isEmptyDirectory();
    }

    @Test
    void refusesARecordingTogetherWithOtherFiles() throws IOException {
        Path recording = folder.resolve("recording.txt");
        Files.writeString(recording, TRADE + "\n");
        Path trades = folder.resolve("trades.csv");
        Files.writeString(trades, "1700000000400,100,1\n");
        ImportRequest both = new ImportRequest(
                List.of(recording, trades),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                GapPolicy.KEEP,
                false,
                false);

        assertThatThrownBy(() -> datasets.importFiles(both))
                .isInstanceOf(UserException.class)
                .hasMessage("recording.txt and 1 more: recordings and other files together");
    }

    @Test
    void tradesOfATableAreTicksWithoutQuotes() throws IOException {
        Path trades = folder.resolve("BTCUSDT-trades.csv");
        Files.writeString(trades, "1,100.5,0.5,50,1704067201000,True\n2,101.5,0.25,25,1704067202000,False\n");
        Dataset dataset = datasets.importFiles(request(trades, false));

        Tape tape = tape();
        assertThat(tape.ticks().size()).isEqualTo(2);
        assertThat(tape.ticks().kind(0)).isEqualTo(TickKind.SELLER_TRADE);
        assertThat(tape.ticks().kind(1)).isEqualTo(TickKind.BUYER_TRADE);
        assertThat(tape.ticks().last(1)).isEqualTo(101.5);
        assertThat(tape.ticks().bid(1)).isNaN();
        assertThat(tape.depth().size()).isZero();
        assertThat(dataset.trades()).isEqualTo(2);
        assertThat(datasets.list()).containsExactly(dataset);
    }

    @Test
    void theSampleHasTicksAndOtherDataSaysHowToGetThem() throws IOException {
        Path bars = folder.resolve("BTCUSDT-1m.csv");
        Files.writeString(bars, "1704067200000,1,3,1,2,10\n1704067260000,2,2,1,1,5\n");
        datasets.importFiles(request(bars, false));

        assertThat(catalog.loadTicks("sample", folder).tape().ticks().size()).isEqualTo(100_000);
        assertThatThrownBy(() -> catalog.loadTicks("tape", folder))
                .isInstanceOf(UserException.class)
                .hasMessage("the dataset \"tape\" holds bars, but no ticks");
        assertThatThrownBy(() -> catalog.loadTicks("BTCUSDT-1m.csv", folder))
                .isInstanceOf(UserException.class)
                .hasMessage("ticks are read from datasets, not from BTCUSDT-1m.csv itself");
        assertThatThrownBy(() -> catalog.loadTicks("none", folder))
                .isInstanceOf(UserException.class)
                .hasMessage("no data \"none\": neither a dataset nor a file or folder");
    }

    @Test
    void describesARecordingWithoutImportingItAndRunsOnItsBars() throws IOException {
        Path file = folder.resolve("recording.gz");
        Files.write(file, gzip(SNAPSHOT + "\r\n" + DIFF + "\r\n" + TRADE));

        Dataset found = datasets.info(file.toString());

        assertThat(found.tape().orElseThrow().depth().updates()).isEqualTo(2);
        assertThat(found.symbol()).isEqualTo("BTC/USDT");
        assertThat(datasets.list()).isEmpty();
        assertThat(catalog.load(file.toString(), folder, "BTC/USDT", GapPolicy.KEEP)
                        .bars()
                        .close(0))
                .isEqualTo(101);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
