package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    private Path folder;

    @Test
    void importsListsDescribesAndExports() throws IOException {
        Path file = Files.writeString(
                folder.resolve("ETHUSDT-1m.csv"),
                "1704067200000,1,3,1,2,10\n1704067260000,2,2,1,1,5\n1704067380000,1,4,1,4,2\n");

        Cli imported = data("import", file.toString(), "--name", "eth");

        assertThat(imported.code()).isZero();
        assertThat(imported.out()).contains("1 bars (25.00 %) in 1 gaps, the longest 1 bars", "backtest.data: eth");
        assertThat(data("list").out()).contains("eth", "ETH/USDT", "1m");
        assertThat(data("list", "--json").out()).contains("\"missing\" : 1");
        assertThat(data("info", "eth", "--json").out()).contains("\"symbol\" : \"ETH/USDT\"");
        assertThat(data("export", "eth", folder.resolve("out.csv").toString()).code())
                .isZero();
        assertThat(folder.resolve("out.csv"))
                .content()
                .startsWith("open_time_ms,open")
                .contains("1704067380000,1,4,1,4,2");
    }

    @Test
    void saysInOneSentenceWhatIsWrongAndLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "1704067200000,1,3,1,2,10\n1704067260000,x,2,1,1,5\n");

        Cli refused = data("import", file.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("error: " + file + ":2: column 2 (open): \"x\" is not a positive number")
                .contains("hint: ");
        assertThat(data("list").out()).contains("No datasets yet");
    }

    @Test
    void tellsWhatARecordingHoldsAndLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("recording.txt"), """
                1700000000000000000 {"lastUpdateId":10,"bids":[["100","1"]],"asks":[["101","2"]]}
                1700000000100000000 {"e":"depthUpdate","E":1700000000100,"s":"BTCUSDT","U":12,"u":12,"b":[],"a":[]}
                1700000000200000000 {"e":"trade","s":"BTCUSDT","t":7,"p":"101","q":"0.5","T":1700000000050,"m":true}
                1700000000300000000 {"u":12,"s":"BTCUSDT","b":"100","B":"1","a":"101","A":"1.5"}
                """);

        assertThat(data("import", file.toString()).out())
                .contains(
                        "kind          recording",
                        "ticks         2: 1 trades, 1 quotes",
                        "late          1 messages, by 50 ms at most",
                        "depth         2 updates, 1 of them snapshots; 2 levels",
                        "book gaps     1");
        assertThat(data("list").out()).contains("TICKS", "with depth");
        assertThat(data("info", "recording", "--json").out()).contains("\"bookGaps\" : 1", "\"quotes\" : 1");
    }

    @Test
    void marksGeneratedBarsAsSynthetic() {
        Cli made = data("generate", "--bars", "100", "--seed", "3", "--name", "made");

        assertThat(made.out()).contains("SYNTHETIC, not market data");
        assertThat(data("resample", "made", "15m").out()).contains("SYNTHETIC");
        assertThat(data("list").out()).contains("synthetic");
        assertThat(data("generate", "--bars", "9", "--volatility", "0.5").err())
                .contains("--volatility must be a percentage such as 60%, was \"0.5\"");
        assertThat(data("resample", "made", "7m").err()).contains("'7m' is not one of 1s 1m");
    }

    @Test
    void describesAndWritesTheBundledData() throws IOException {
        Path out = folder.resolve("sample.csv");

        assertThat(data("sample").out()).contains("100,000", "BTC/USD", "2013-11-25T00:00:00Z");
        assertThat(data("sample", "--export", out.toString()).code()).isZero();
        try (var lines = Files.lines(out)) {
            assertThat(lines.limit(2).toList()).first().isEqualTo("open_time_ms,open,high,low,close,volume");
        }
    }

    private Cli data(String command, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "data";
        args[1] = command;
        System.arraycopy(more, 0, args, 2, more.length);
        args[args.length - 2] = "--home";
        args[args.length - 1] = folder.resolve("home").toString();
        return Cli.run(args);
    }
}
