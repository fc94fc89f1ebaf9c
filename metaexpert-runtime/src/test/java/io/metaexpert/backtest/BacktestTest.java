package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.InitResult;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigResult;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.performance.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as {@code metaexpert run} composes it: configuration, data files, strategy. */
class BacktestTest {
    private static final String CONFIG = """
            market: {type: spot}
            strategy: {symbol: [AAA/USDT, BBB/USDT], timeframe: 1m, lookback-bars: 2}
            sizing: {type: percent-equity, value: 10%}
            execution: {slippage: 0%, max-spread: off, max-quote-age: off}
            risk: {max-drawdown: off, max-orders-per-minute: off}
            portfolio: {max-open-positions: off, max-positions-per-symbol: off}
            backtest: {data: bars, increments: none, initial-capital: 1000 USDT, fees: {maker: 0%, taker: 0%}}
            """;

    @TempDir
    private Path dir;

    @BeforeEach
    void twoSymbolsOfWhichTheSecondLacksAMinute() throws IOException {
        Files.createDirectories(dir.resolve("bars"));
        write("AAAUSDT-1m.csv", 0, 1, 2, 3, 4, 5);
        write("BBBUSDT-1m.csv", 0, 1, 3, 4, 5);
    }

    private void write(String name, int... minutes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("open_time_ms,open,high,low,close,volume"));
        for (int minute : minutes) {
            int price = 10 + minute;
            lines.add(PairTrader.START_MS + minute * 60_000L + "," + price + "," + price + "," + price + "," + price
                    + ",1");
        }
        Files.write(dir.resolve("bars").resolve(name), lines);
    }

    private BacktestRun run(String... sets) throws IOException {
        Path file = dir.resolve("metaexpert.yaml");
        Files.writeString(file, CONFIG);
        ConfigResult result = ConfigLoader.load(new ConfigSource(file, Optional.empty(), Map.of(), List.of(sets)));
        assertThat(result.problems()).isEmpty();
        BacktestPlan plan = new BacktestPlan(
                PairTrader.class, result.config().orElseThrow(), dir, new DataCatalog(dir.resolve("home")), "code");
        return Backtest.run(plan, (done, total) -> {}, () -> false);
    }

    @Test
    void oneInstanceTradesSeveralSymbolsAndAHoleInOneShiftsNoOther() throws IOException {
        BacktestRun run = run();

        assertThat(PairTrader.seen)
                .containsExactly(
                        "history 0",
                        "AAA/USDT 0 10.0 of [1, 1]",
                        "BBB/USDT 0 10.0 of [1, 1]",
                        "AAA/USDT 1 11.0 of [2, 2]",
                        "BBB/USDT 1 11.0 of [2, 2]",
                        "AAA/USDT 2 12.0 of [3, 2]",
                        "AAA/USDT 3 13.0 of [4, 3]",
                        "BBB/USDT 3 13.0 of [4, 3]",
                        "AAA/USDT 4 14.0 of [5, 4]",
                        "BBB/USDT 4 14.0 of [5, 4]",
                        "AAA/USDT 5 15.0 of [6, 5]",
                        "BBB/USDT 5 15.0 of [6, 5]");
        assertThat(run.record().result().fills()).hasSize(2);
        assertThat(run.record().result().roundTrips())
                .extracting(trip -> trip.instrument().symbol() + " " + trip.entryPrice() + " " + trip.profit())
                .containsExactly("AAA/USDT 13 2", "BBB/USDT 14 1");
        assertThat(run.record().result().metrics().finalEquity()).isEqualTo(1_003);
        assertThat(run.reason()).isEqualTo(DeinitReason.BACKTEST_END);
    }

    @Test
    void cutsTheDataToThePeriodAndShowsTheLookbackBeforeIt() throws IOException {
        BacktestRun run = run(
                "backtest.from=2024-01-01T00:03:00Z", "backtest.to=2024-01-01T00:05:00Z", "strategy.symbol=AAA/USDT");

        assertThat(PairTrader.seen).containsExactly("history 2", "AAA/USDT 3 13.0 of [3]", "AAA/USDT 4 14.0 of [4]");
        assertThat(run.record().result().equity().size()).isEqualTo(2);
        assertThat(run.record().result().fills().get(0).price().toDouble()).isEqualTo(14);
        assertThat(run.record().markets().get(0).history()).isEqualTo(2);
        assertThat(run.record().markets().get(0).base().size()).isEqualTo(4);
    }

    @Test
    void equalInputsGiveEqualRecords() throws IOException {
        BacktestRun first = run();
        BacktestRun second = run();

        assertThat(second.record().manifest()).isEqualTo(first.record().manifest());
        assertThat(second.record().result().orders())
                .isEqualTo(first.record().result().orders());
        List<RoundTrip> trips = first.record().result().roundTrips();
        assertThat(second.record().result().roundTrips()).isEqualTo(trips);
    }

    @Test
    void aChangedInputOrFileChangesTheManifest() throws IOException {
        BacktestRun first = run();
        write("AAAUSDT-1m.csv", 0, 1, 2, 3, 4);
        BacktestRun otherData = run();
        BacktestRun otherConfig = run("execution.slippage=1%");

        assertThat(otherData.record().manifest().dataHash())
                .isNotEqualTo(first.record().manifest().dataHash());
        assertThat(otherConfig.record().manifest().configHash())
                .isNotEqualTo(otherData.record().manifest().configHash());
    }

    @Test
    void saysInOneSentenceWhatDoesNotFit() {
        assertThatThrownBy(() -> run("backtest.from=2030-01-01"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no bars of AAA/USDT between backtest.from and backtest.to")
                .hasMessageContaining("2024-01-01T00:06:00Z");
        assertThatThrownBy(() -> run("strategy.timeframe=1s"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(
                        "strategy.timeframe 1s cannot be built from the data of AAA/USDT, which are 1m bars");
        assertThatThrownBy(() -> run("strategy.warmup-bars=6"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the data of AAA/USDT have 6 bars of 1m, and strategy.warmup-bars asks for 6");
        assertThatThrownBy(() -> run("inputs.answr=FAILED"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("answr");
    }

    @Test
    void anInitThatDoesNotSucceedRunsNothing() {
        assertThatThrownBy(() -> run("inputs.answer=PARAMETERS_INCORRECT"))
                .isInstanceOfSatisfying(
                        InitFailure.class,
                        failure -> assertThat(failure.result()).isEqualTo(InitResult.PARAMETERS_INCORRECT));
        assertThat(PairTrader.seen).hasSize(1);
    }
}
