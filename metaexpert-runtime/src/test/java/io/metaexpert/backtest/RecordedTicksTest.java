package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBook;
import io.metaexpert.api.OnTick;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.data.Datasets;
import io.metaexpert.data.GapPolicy;
import io.metaexpert.data.ImportRequest;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import io.metaexpert.market.Ticks;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backtests over real recordings of trades, best bid and ask, and depth. */
class RecordedTicksTest {
    private static long books;

    @TempDir
    private Path dir;

    /** Quotes at the best prices, and takes what has not filled for some seconds. */
    @Expert
    static final class Maker {
        private long sinceMs;

        @OnTick
        void tick(Tick tick, ExpertContext ctx) {
            boolean flat = ctx.position().isFlat();
            if (ctx.orders().isEmpty()) {
                sinceMs = tick.timeMs();
                ctx.order(flat ? Side.BUY : Side.SELL)
                        .size(OrderSize.base("0.01"))
                        .limit(flat ? tick.bid() : tick.ask())
                        .submit();
            } else if (tick.timeMs() - sinceMs > 3_000) {
                ctx.cancelAll();
                ctx.order(flat ? Side.BUY : Side.SELL)
                        .size(OrderSize.base("0.01"))
                        .submit();
            }
        }

        @OnBook(depth = 5)
        void book(OrderBook book) {
            books++;
            assertThat(book.bids().get(0).price()).isLessThan(book.asks().get(0).price());
        }
    }

    private BacktestRun run(Path recording, String model, String... more) throws IOException {
        new Datasets(dir.resolve("home"))
                .importFiles(new ImportRequest(
                        List.of(recording),
                        Optional.of("tape"),
                        Optional.of("BTC/USDT"),
                        Optional.empty(),
                        GapPolicy.KEEP,
                        false,
                        true));
        return again(model, more);
    }

    private BacktestRun again(String model, String... more) throws IOException {
        Path file = dir.resolve("metaexpert.yaml");
        Files.writeString(file, """
                market: {type: futures}
                strategy: {symbol: BTC/USDT, timeframe: 1m, lookback-bars: 0}
                sizing: {type: percent-equity, value: 10%}
                execution: {slippage: 0%, max-spread: off, max-quote-age: off}
                risk: {max-drawdown: off, max-orders-per-minute: off}
                portfolio: {max-open-positions: off, max-positions-per-symbol: off}
                backtest: {data: tape, increments: none, funding: false}
                """);
        List<String> sets = new ArrayList<>(List.of(more));
        sets.add("backtest.model=" + model);
        BacktestPlan plan = new BacktestPlan(
                Maker.class,
                ConfigLoader.load(new ConfigSource(file, Optional.empty(), Map.of(), sets))
                        .orThrow(),
                dir,
                new DataCatalog(dir.resolve("home")),
                "code");
        return Backtest.run(plan, (done, total) -> {}, () -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spot", "usdm"})
    void everyFillIsAtAPriceThatWasThere(String market) throws IOException {
        Path recording = SharedData.file("ticks/binance-" + market + "-btcusdt-20240808.gz");
        books = 0;
        BacktestRun run = run(recording, "ticks");

        List<Fill> fills = run.record().result().fills();
        assertThat(fills).hasSizeGreaterThan(20);
        assertThat(fills).extracting(Fill::liquidity).contains(Liquidity.MAKER, Liquidity.TAKER);
        assertThat(books).isGreaterThan(3_000);
        Ticks ticks = new DataCatalog(dir.resolve("home"))
                .loadTicks("tape", dir)
                .tape()
                .ticks();
        for (Fill fill : fills) {
            int at = ticks.indexAtOrAfter(fill.time().toEpochMilli());
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (int i = Math.max(0, at - 2_000); i < Math.min(ticks.size(), at + 200); i++) {
                boolean trade = ticks.kind(i).isTrade();
                low = Math.min(low, trade ? ticks.last(i) : ticks.bid(i));
                high = Math.max(high, trade ? ticks.last(i) : ticks.ask(i));
            }
            assertThat(fill.price().toDouble()).isBetween(low, high);
        }
        assertThat(run.record().notes()).anyMatch(note -> note.startsWith("Fills come from "));
    }

    @Test
    void theSameRunGivesTheSameOrdersAndDepthGivesOthers() throws IOException {
        Path recording = SharedData.file("ticks/binance-spot-btcusdt-20240808.gz");
        BacktestRun first = run(recording, "book", "backtest.latency=uniform(5ms, 50ms)");
        BacktestRun second = again("book", "backtest.latency=uniform(5ms, 50ms)");
        BacktestRun ticks = again("ticks", "backtest.latency=uniform(5ms, 50ms)");

        assertThat(second.record().result().orders())
                .isEqualTo(first.record().result().orders());
        assertThat(ticks.record().result().fills())
                .isNotEqualTo(first.record().result().fills());
    }

    @Test
    void aDatasetWithoutDepthHasNoBook() {
        assertThatThrownBy(() -> again("book", "backtest.data=sample"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("backtest.model book needs depth, and the dataset \"sample\" has none");
        assertThatThrownBy(() -> again("ticks", "backtest.data=nothing"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no data \"nothing\"");
    }
}
