package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    private Path folder;

    private static List<String> problems(String yaml) {
        return ConfigLoader.parse(yaml).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void takesAnEmptyFileForAllDefaults() {
        MetaExpertConfig config = ConfigLoader.parse("").orThrow();

        assertThat(config.strategy().symbols()).containsExactly("BTC/USDT");
        assertThat(config.backtest().initialCapital()).isEqualTo(Money.of("10000", "USDT"));
        assertThat(config.effective()).hasSize(Keys.ALL.size()).containsEntry("backtest.fees.taker", "0.05%");
    }

    @Test
    void takesASectionWithoutKeysForItsDefaults() {
        assertThat(problems("risk:\n# max-drawdown: 20%\nstrategy: {}\n")).isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceWithItsPlace() {
        assertThat(problems("""
                        strategy:
                          symbl: BTC/USDT
                          timeframe: 1H
                        execution:
                            slippage: 0.2
                        risk:
                          max-drawdown: 20
                        sizing: {leverage: 3x}
                        market: {type: spot}
                        """))
                .containsExactly(
                        "metaexpert.yaml:2:3 strategy.symbl: is not a key; hint: did you mean `strategy.symbol`?",
                        "metaexpert.yaml:3:14 strategy.timeframe: is not one of the allowed values (was `1H`); allowed: `1s`,"
                                + " `1m`, `3m`, `5m`, `15m`, `30m`, `1h`, `2h`, `4h`, `6h`, `8h`, `12h`, `1d`, `3d`, `1w`, `1M`;"
                                + " hint: did you mean `1h`?",
                        "metaexpert.yaml:5:15 execution.slippage: needs a unit (was `0.2`); allowed: a percentage below 100%,"
                                + " such as `0.1%`; hint: write `0.2%`, or `20%` if the number was meant as a fraction",
                        "metaexpert.yaml:7:17 risk.max-drawdown: needs a unit (was `20`); allowed: `off` or a percentage up to"
                                + " 100%, such as `20%`; hint: write `20%`",
                        "metaexpert.yaml:8:20 sizing.leverage: must be 1x on the spot market (was `3x`); hint: remove it, or"
                                + " set market.type to `futures`");
    }

    @Test
    void letsLaterSourcesWin() throws Exception {
        Path file = Files.writeString(folder.resolve("metaexpert.yaml"), """
                execution: {slippage: 1%}
                strategy: {id: 1, warmup-bars: 1, lookback-bars: 1}
                inputs: {fast: 1, slow: 1, both: 1}
                """);
        Files.writeString(folder.resolve("metaexpert-night.yaml"), """
                strategy: {id: 2, warmup-bars: 2, lookback-bars: 2}
                inputs: {slow: 2, both: 2}
                """);
        Map<String, String> environment = Map.of(
                "METAEXPERT_STRATEGY_WARMUP_BARS",
                "3",
                "METAEXPERT_STRATEGY_LOOKBACK_BARS",
                "3",
                "METAEXPERT_INPUTS_BOTH",
                "3");

        MetaExpertConfig config = ConfigLoader.load(new ConfigSource(
                        file,
                        Optional.of("night"),
                        environment,
                        List.of("strategy.lookback-bars=4", "strategy.lookback-bars=5")))
                .orThrow();

        assertThat(config.execution().slippage()).isEqualTo(new BigDecimal("0.01"));
        assertThat(config.strategy().id()).isEqualTo(2);
        assertThat(config.strategy().warmupBars()).isEqualTo(3);
        assertThat(config.strategy().lookbackBars()).isEqualTo(5);
        assertThat(config.inputs())
                .containsExactly(Map.entry("both", "3"), Map.entry("fast", "1"), Map.entry("slow", "2"));
        assertThat(config.exchange().name()).isEqualTo(MetaExpertConfig.Exchange.Name.BINANCE);
    }
}
