package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Side;
import io.metaexpert.report.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key does to a run: the same data and strategy with it and without. Named by docs/reference/template-parameters.md. */
class TemplateParametersTest {
    private static final String CONFIG = """
            strategy: {symbol: BTC/USDT, timeframe: 1m, lookback-bars: 0}
            sizing: {type: percent-equity, value: 50%}
            execution: {slippage: 0%, max-spread: off, max-quote-age: off}
            risk: {max-drawdown: off, max-orders-per-minute: off}
            portfolio: {max-open-positions: off, max-positions-per-symbol: off}
            backtest: {data: bars.csv, funding: false}
            instrument: {min-notional: 0}
            """;
    private static final String FREE = "backtest.fees.taker=0%";

    @TempDir
    private Path dir;

    /** Enters at its second bar. */
    @Expert
    static final class Once {
        @Input
        Side side = Side.BUY;

        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            if (++bars == 2) {
                ctx.order(side).size(ctx.size()).submit();
            }
        }
    }

    /** Ten minutes at 100, then ten at {@code later}. */
    private RunRecord run(double later, String... sets) {
        List<String> lines = new ArrayList<>(List.of("open_time_ms,open,high,low,close,volume"));
        for (int minute = 0; minute < 20; minute++) {
            double price = minute < 10 ? 100 : later;
            lines.add(PairTrader.START_MS + minute * 60_000L + "," + price + "," + price + "," + price + "," + price
                    + ",1");
        }
        try {
            Files.write(dir.resolve("bars.csv"), lines);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        BacktestPlan plan = new BacktestPlan(
                Once.class,
                ConfigLoader.parse(CONFIG, Map.of(), List.of(sets)).orThrow(),
                dir,
                new DataCatalog(dir.resolve("home")),
                "code");
        return Backtest.run(plan, (done, total) -> {}, () -> false).record();
    }

    private BacktestResult result(double later, String... sets) {
        return run(later, sets).result();
    }

    private Fill fill(String... sets) {
        return result(100, sets).fills().getFirst();
    }

    @Test
    void exchangeDecidesFeesAndIncrements() {
        Fill binance = fill("sizing.value=33.333%");
        Fill kucoin = fill("sizing.value=33.333%", "exchange.name=kucoin");

        assertThat(binance.fee().toDouble() / binance.notional().doubleValue()).isCloseTo(0.0005, within(1e-9));
        assertThat(kucoin.fee().toDouble() / kucoin.notional().doubleValue()).isCloseTo(0.0006, within(1e-9));
        assertThat(binance.instrument()).hasToString("BTC/USDT@binance");
        assertThat(kucoin.instrument()).hasToString("BTC/USDT@kucoin");
    }

    @Test
    void marketTypeDecidesWhetherAShortIsPossible() {
        assertThat(result(100, "inputs.side=SELL").fills()).hasSize(1);

        BacktestResult spot = result(100, "inputs.side=SELL", "market.type=spot");

        assertThat(spot.fills()).isEmpty();
        assertThat(spot.refused(DenialReason.NO_SHORT_ON_SPOT)).isEqualTo(1);
    }

    /** One bitcoin of which half is long at 100 and then worth twice as much: profits of an inverse contract bend. */
    @Test
    void contractTypeDecidesTheCurrencyOfProfits() {
        BacktestResult linear = result(200, FREE);
        BacktestResult inverse =
                result(200, FREE, "market.contract=inverse", "strategy.symbol=BTC/USD", "instrument.contract-size=1");

        assertThat(linear.currency()).isEqualTo("USDT");
        assertThat(linear.metrics().finalEquity()).isCloseTo(15_000, within(1e-6));
        assertThat(inverse.currency()).isEqualTo("BTC");
        assertThat(inverse.metrics().finalEquity()).isCloseTo(1.25, within(1e-6));
    }

    @Test
    void marginModeDecidesWhatStandsInForAPosition() {
        String[] risky = {FREE, "sizing.leverage=20x", "sizing.value=10%"};

        BacktestResult isolated = result(93, risky);
        BacktestResult cross = result(93, risky[0], risky[1], risky[2], "market.margin-mode=cross");

        assertThat(isolated.roundTrips()).extracting(trip -> trip.exitReason()).containsExactly("liquidation");
        assertThat(cross.roundTrips()).noneMatch(trip -> trip.exitReason().equals("liquidation"));
        assertThat(cross.metrics().finalEquity()).isCloseTo(10_000 - 20_000 * 0.07, within(1e-6));
    }

    @Test
    void timeframeDecidesHowOftenTheStrategyIsAsked() {
        assertThat(fill("strategy.timeframe=1m").time().toEpochMilli() - PairTrader.START_MS)
                .isEqualTo(2 * 60_000L);
        assertThat(fill("strategy.timeframe=5m").time().toEpochMilli() - PairTrader.START_MS)
                .isEqualTo(10 * 60_000L);
    }

    @Test
    void idNameAndCommentMarkOrdersAndTheRun() {
        RunRecord record = run(100, "strategy.id=77", "strategy.name=my-expert", "strategy.comment=first try");

        assertThat(record.result().orders())
                .allMatch(order -> order.clientOrderId().contains("77"));
        assertThat(record.expert()).isEqualTo("my-expert");
        assertThat(record.config()).containsEntry("strategy.comment", "first try");
        assertThat(run(100).expert()).isEqualTo("Once");
    }

    @Test
    void leverageMultipliesASizeByEquity() {
        assertThat(fill(FREE, "sizing.leverage=3x").quantity().toDouble())
                .isCloseTo(3 * fill(FREE).quantity().toDouble(), within(0.01));
    }

    @Test
    void sizeTypeAndValueDecideTheQuantity() {
        assertThat(fill(FREE).quantity().toDouble()).isEqualTo(50);
        assertThat(fill(FREE, "sizing.value=20%").quantity().toDouble()).isEqualTo(20);
        assertThat(fill(FREE, "sizing.type=fixed-quote", "sizing.value=700 USDT")
                        .quantity()
                        .toDouble())
                .isEqualTo(7);
        assertThat(fill(FREE, "sizing.type=fixed-base", "sizing.value=0.25 BTC")
                        .quantity()
                        .toDouble())
                .isEqualTo(0.25);
    }

    @Test
    void slippageMovesThePriceAgainstAMarketOrder() {
        assertThat(fill("execution.slippage=1%").price().toDouble()).isEqualTo(101);
        assertThat(fill("execution.slippage=1%", "inputs.side=SELL").price().toDouble())
                .isEqualTo(99);
    }

    @Test
    void initialCapitalIsWhatTheRunStartsWith() {
        assertThat(result(100, FREE, "backtest.initial-capital=2500 USDT")
                        .metrics()
                        .finalEquity())
                .isEqualTo(2_500);
        assertThat(fill(FREE, "backtest.initial-capital=2500 USDT").quantity().toDouble())
                .isEqualTo(12.5);
    }
}
