package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnInit;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.report.Intrabar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bar that touches stop and target of a position, under each assumption. */
class AssumptionsTest {
    private static final String CONFIG = """
            market: {type: spot}
            strategy: {symbol: AAA/USDT, timeframe: 1m, lookback-bars: 0}
            sizing: {type: percent-equity, value: 10%}
            execution: {slippage: 0%, max-spread: off, max-quote-age: off}
            risk: {max-drawdown: off, max-orders-per-minute: off}
            portfolio: {max-open-positions: off, max-positions-per-symbol: off}
            backtest: {data: bars.csv, increments: none, initial-capital: 1000 USDT, fees: {maker: 0%, taker: 0%}}
            """;

    @TempDir
    private Path dir;

    /** Buys one at 100 with a stop at 90 and a target at 110. */
    @Expert
    static final class Bracket {
        @OnInit
        void enter(ExpertContext ctx) {
            ctx.buy(OrderSize.base("1"));
            ctx.order(Side.SELL)
                    .size(OrderSize.base("1"))
                    .stopMarket(90)
                    .reduceOnly()
                    .submit();
            ctx.order(Side.SELL)
                    .size(OrderSize.base("1"))
                    .limit(110)
                    .reduceOnly()
                    .submit();
        }
    }

    private Intrabar run(String... sets) throws IOException {
        Files.writeString(dir.resolve("bars.csv"), """
                open_time_ms,open,high,low,close,volume
                1704067200000,100,101,99,100,1
                1704067260000,100,112,85,100,1
                1704067320000,100,100,100,100,1
                """);
        Path file = dir.resolve("metaexpert.yaml");
        Files.writeString(file, CONFIG);
        ConfigSource source = new ConfigSource(file, Optional.empty(), Map.of(), List.of(sets));
        BacktestPlan plan = new BacktestPlan(
                Bracket.class, ConfigLoader.load(source).orThrow(), dir, new DataCatalog(dir.resolve("home")), "code");
        return Backtest.run(plan, (done, total) -> {}, () -> false).record().intrabar();
    }

    @Test
    void showsEachAssumptionThatWasAskedForBesideTheFirst() throws IOException {
        Intrabar intrabar = run("backtest.assume=optimistic, neutral, pessimistic");

        assertThat(intrabar.assumed())
                .extracting(Intrabar.Assumed::assumption)
                .containsExactly("optimistic", "neutral", "pessimistic");
        ToDoubleFunction<Intrabar.Assumed> equity = assumed -> assumed.metrics().finalEquity();
        // The high is nearer to the open than the low, so a path meets the target first.
        assertThat(intrabar.assumed()).map(equity::applyAsDouble).containsExactly(1_010.0, 1_010.0, 990.0);
        assertThat(intrabar.dependent()).isEqualTo(1);
    }

    @Test
    void countsTheRoundTripThatRestsOnTheOrderOfPricesAlsoWithOneAssumption() throws IOException {
        assertThat(run().dependent()).isEqualTo(1);
        assertThat(run().assumed().get(0).metrics().finalEquity()).isCloseTo(990, within(1e-9));
        assertThat(run("backtest.model=ohlc-path").assumed().get(0).metrics().finalEquity())
                .isCloseTo(1_010, within(1e-9));
    }

    @Test
    void delaysOrdersByTheLatency() throws IOException {
        // 65 s after the first open is 5 s into the second bar, on its way from 100 to 112, and then to 85.
        Intrabar late = run("backtest.latency=65s");

        assertThat(late.assumed().get(0).metrics().finalEquity()).isCloseTo(1_000 + 90 - 104.5, within(1e-9));
    }
}
