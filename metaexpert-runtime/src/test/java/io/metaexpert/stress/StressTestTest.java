package io.metaexpert.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.stress.report.StressReport;
import io.metaexpert.stress.report.StressWriter;
import io.metaexpert.stress.run.Outcome;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.Scenario;
import io.metaexpert.stress.scenario.ScenarioId;
import io.metaexpert.stress.scenario.ScenarioSource;
import io.metaexpert.stress.scenario.Trader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressTestTest {
    private static final List<String> GROUPS = Stream.concat(
                    Arrays.stream(Family.values()).map(Family::key), Stream.of(ScenarioId.PAIRS))
            .toList();
    private static final List<Trader> GREEDY = List.of(Trader.RANDOM, Trader.MARTINGALE, Trader.ALWAYS_MAX);

    @TempDir
    private Path folder;

    private MetaExpertConfig config(String... sets) throws IOException {
        Path file = folder.resolve("metaexpert.yaml");
        Files.writeString(file, """
                exchange: {name: binance}
                market: {type: futures, contract: linear}
                strategy: {symbol: BTC/USDT, timeframe: 1h}
                sizing: {type: percent-equity, value: 95%, leverage: 3x}
                backtest: {initial-capital: 10000 USDT, data: sample}
                """);
        return ConfigLoader.load(new ConfigSource(file, Optional.empty(), Map.of(), List.of(sets)))
                .orThrow();
    }

    private StressTest test(MetaExpertConfig config, int scenarios, int threads) {
        return new StressTest(
                new StressSubject(config, Optional.empty()), new StressOptions(scenarios, 1, GROUPS, GREEDY, threads));
    }

    @Test
    void bitesInEveryFamilyWithoutLimitsAndIsHeldByThem() throws IOException {
        MetaExpertConfig config = config("risk.daily-loss-limit=5%");
        List<Outcome> outcomes = test(config, 132, 2).run(done -> {}, () -> false);

        StressReport report = StressReport.of(new StressOptions(132, 1, GROUPS, GREEDY, 2), config.risk(), outcomes);

        assertThat(report.groups()).hasSize(11).allMatch(tally -> tally.bite() >= 0.15, "without limits it breaches");
        assertThat(report.all().bite()).isGreaterThan(0.5);
        assertThat(report.all().inPosition()).isGreaterThan(100);
        assertThat(report.all().caps()).isZero();
        assertThat(report.all().strict()).isLessThanOrEqualTo(3);
        assertThat(report.calm().exposure()).isGreaterThan(0.8);
        StressWriter.write(report, folder);
        assertThat(folder.resolve("stress.json")).content().contains("\"scenarios\" : 132", "\"name\" : \"hard caps\"");
        assertThat(folder.resolve("stress.html"))
                .content()
                .contains("Content-Security-Policy", "default-src 'none'", "liquidation cascade")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void comesToTheSameOnAnyNumberOfThreads() throws IOException {
        MetaExpertConfig config = config();

        List<Outcome> one = test(config, 22, 1).run(done -> {}, () -> false);
        List<Outcome> three = test(config, 22, 3).run(done -> {}, () -> false);

        assertThat(three).isEqualTo(one);
    }

    @Test
    void tellsAScenarioStepByStepAndWithTheSameResult() throws IOException {
        StressTest test = test(config(), 22, 1);
        Scenario scenario =
                new ScenarioSource(GREEDY).draw(ScenarioId.parse("1-t3-cascade").orElseThrow());
        List<String> lines = new ArrayList<>();

        var told = test.runner().tell(scenario, false, lines::add);

        assertThat(told).isEqualTo(test.runner().run(scenario).free());
        assertThat(lines).anyMatch(line -> line.contains("filled")).anyMatch(line -> line.contains("BREACH"));
    }

    /** A process that starts in the middle of an outage has the fills of its absence in its positions, and is not told them again. */
    @Test
    void startsAgainWithinAnOutage() throws IOException {
        Scenario scenario = new ScenarioSource(List.of(Trader.values()))
                .draw(ScenarioId.parse("2-h201-outage").orElseThrow());
        assertThat(scenario.trader()).isEqualTo(Trader.RANDOM);
        assertThat(scenario.restart().orElseThrow().at() * scenario.eventSeconds()
                        + scenario.restart().orElseThrow().downSeconds())
                .isLessThan(scenario.eventSeconds());

        Outcome outcome = test(config("risk.daily-loss-limit=5%", "protection.stop-loss=2%"), 22, 1)
                .runner()
                .run(scenario);

        assertThat(outcome.limited().strict()).isFalse();
    }

    @Test
    void answersNothingWhenItIsStopped() throws IOException {
        assertThat(test(config(), 22, 2).run(done -> {}, () -> true)).isEmpty();
    }

    @Test
    void saysThatThereIsNoLossLimit() throws IOException {
        MetaExpertConfig config = config("risk.max-drawdown=off");

        assertThatThrownBy(() -> test(config, 22, 1))
                .isInstanceOf(UserException.class)
                .hasMessage("no loss limit is set, so there is nothing to hold losses against");
    }
}
