package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.order.Fill;
import io.metaexpert.testing.SharedData;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty symbols of real five-minute bars in one run with one account. */
class BasketTest {
    private static final String THINNED = "DOGE/USDT";
    /** About 28 days. */
    private static final int BARS = 8_000;

    @TempDir
    private Path dir;

    private final List<String> symbols = new ArrayList<>();

    @BeforeEach
    void cutTheData() throws IOException {
        Path all = SharedData.file("bars/binance-spot/5m");
        Files.createDirectories(dir.resolve("whole"));
        Files.createDirectories(dir.resolve("thinned"));
        try (Stream<Path> files = Files.list(all)) {
            for (Path file : files.sorted().toList()) {
                String symbol = file.getFileName().toString().replace("USDT.csv.gz", "/USDT");
                symbols.add(symbol);
                copy(file, dir.resolve("whole"), false);
                copy(file, dir.resolve("thinned"), symbol.equals(THINNED));
            }
        }
    }

    private static void copy(Path gzip, Path folder, boolean thin) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Path csv = folder.resolve(gzip.getFileName().toString().replace(".gz", ""));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write(lines.readLine() + "\n");
            for (int i = 0; i < BARS; i++) {
                String line = lines.readLine();
                if (!thin || random.nextInt(20) > 0) {
                    out.write(line + "\n");
                }
            }
        }
    }

    private List<String> fills(String data, boolean withThinned) {
        MetaExpertConfig config = ConfigLoader.parse(
                        "",
                        Map.of(),
                        List.of(
                                "market.type=spot",
                                "strategy.symbol=" + String.join(", ", symbols),
                                "strategy.timeframe=5m",
                                "risk.max-drawdown=off",
                                "risk.max-orders-per-minute=off",
                                "portfolio.max-open-positions=off",
                                "portfolio.max-positions-per-symbol=off",
                                "backtest.increments=none",
                                "backtest.initial-capital=100000 USDT",
                                "backtest.data=" + data))
                .orThrow();
        BacktestPlan plan =
                new BacktestPlan(BasketTrader.class, config, dir, new DataCatalog(dir.resolve("home")), "code");
        return Backtest.run(plan, (done, total) -> {}, () -> false).record().result().fills().stream()
                .filter(fill -> withThinned || !fill.instrument().symbol().equals(THINNED))
                .map(BasketTest::text)
                .toList();
    }

    private static String text(Fill fill) {
        return fill.time() + " " + fill.instrument().symbol() + " " + fill.side() + " " + fill.quantity() + " at "
                + fill.price() + " fee " + fill.fee();
    }

    @Test
    void missingBarsOfOneSymbolShiftNoOther() {
        List<String> whole = fills("whole", false);
        List<String> thinned = fills("thinned", false);

        assertThat(symbols).hasSize(20);
        assertThat(whole).hasSizeGreaterThan(2_000);
        assertThat(thinned).isEqualTo(whole);
        assertThat(fills("thinned", true)).isNotEqualTo(fills("whole", true));
    }
}
