package io.metaexpert.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.metaexpert.market.ContractType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioSourceTest {
    private static final int DRAWS = 2_000;

    private final ScenarioSource source = new ScenarioSource(List.of(Trader.values()));

    private List<Scenario> draws(String group) {
        ScenarioSource.Sequence sequence = source.sequence(1, false, group);
        List<Scenario> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            draws.add(sequence.draw(i));
        }
        return draws;
    }

    @Test
    void drawsTheSameForTheSameIdAndAnotherInTheOtherHalf() {
        ScenarioId id = ScenarioId.parse("5-h17-flash-crash").orElseThrow();

        Scenario drawn = source.draw(id);

        assertThat(drawn).isEqualTo(source.draw(id)).extracting(Scenario::id).hasToString("5-h17-flash-crash");
        assertThat(drawn.episodes())
                .isNotEqualTo(source.draw(ScenarioId.parse("5-t17-flash-crash").orElseThrow())
                        .episodes());
    }

    @Test
    void refusesIdsOfOtherForms() {
        for (String text : List.of("", "gap", "1-t2", "1-x2-gap", "1-t2-nothing", "1-t-gap", "-1-t2-gap")) {
            assertThat(ScenarioId.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void staysWithinTheRanges() {
        for (Family family : Family.values()) {
            for (Scenario scenario : draws(family.key())) {
                Episode episode = scenario.episodes().getFirst();
                boolean jumps = family == Family.GAP || family.isBlind();
                double part = family == Family.LIQUIDITY
                                || family == Family.FEE_SPIKE
                                || family == Family.VOLATILITY
                                || family == Family.SPREAD
                        ? Ranges.ASIDE
                        : 1;
                assertThat(episode.family()).isEqualTo(family);
                assertThat(episode.majorMove())
                        .isBetween(
                                jumps ? Ranges.MAJOR_JUMP.low() : part * Ranges.MAJOR_SLIDE.low(),
                                jumps ? Ranges.MAJOR_BEYOND.high() : part * Ranges.MAJOR_SLIDE.high());
                assertThat(episode.altMove())
                        .isBetween(
                                jumps ? Ranges.ALT_JUMP.low() : part * Ranges.ALT_SLIDE.low(),
                                jumps ? Ranges.ALT_BEYOND.high() : part * Ranges.ALT_SLIDE.high());
                assertThat(episode.jump() * (jumps ? 0 : episode.altMove())).isLessThan(0.3);
                assertThat(Ranges.LATENCY_MS.contains(scenario.latencyMs())).isTrue();
                assertThat(Ranges.CALM_VOLATILITY.contains(scenario.calmVolatility()))
                        .isTrue();
                assertThat(scenario.leverage()).isBetween(1, 10);
                assertThat(scenario.lean()).isIn(-1, 1);
            }
        }
    }

    @Test
    void drawsFactorsFromTheirOwnRanges() {
        drawnFrom(Family.FEE_SPIKE, Ranges.FEE);
        drawnFrom(Family.SPREAD, Ranges.SPREAD);
        drawnFrom(Family.VOLATILITY, Ranges.VOLATILITY);
        drawnFrom(Family.LIQUIDITY, Ranges.DEPTH);
        assertThat(draws(Family.OUTAGE.key()))
                .allMatch(scenario -> Ranges.BLIND_SECONDS.contains(scenario.eventSeconds()));
    }

    private void drawnFrom(Family family, Range range) {
        List<Scenario> draws = draws(family.key());
        assertThat(draws).allMatch(s -> range.contains(s.episodes().getFirst().factor()));
        double[] factors = draws.stream()
                .mapToDouble(s -> s.episodes().getFirst().factor())
                .sorted()
                .toArray();
        assertThat(factors[DRAWS / 2]).isCloseTo(range.at(0.5), withinPercentage(3));
    }

    /** The tail of history, no more and no less. */
    @Test
    void jumpsBeyondTheStressGapAsOftenAsToldAndNotOftener() {
        long beyond = draws(Family.GAP.key()).stream()
                .filter(s -> s.episodes().getFirst().altMove() > Ranges.ALT_JUMP.high())
                .count();

        assertThat((double) beyond / DRAWS).isCloseTo(Ranges.BEYOND, within(0.003));
    }

    @Test
    void drawsAllKindsOfMarketsAndTraders() {
        List<Scenario> draws = draws(Family.CASCADE.key());

        assertThat(draws)
                .extracting(Scenario::contract)
                .contains(ContractType.SPOT, ContractType.LINEAR, ContractType.INVERSE);
        assertThat(draws).extracting(Scenario::trader).contains(Trader.values());
        assertThat(draws).extracting(Scenario::symbols).contains(1, 2, 3);
        assertThat(draws)
                .anyMatch(Scenario::hedge)
                .anyMatch(s -> s.restart().isPresent())
                .anyMatch(s -> s.lean() < 0);
        assertThat(draws).filteredOn(s -> s.contract() == ContractType.SPOT).noneMatch(s -> s.lean() < 0 || s.hedge());
        assertThat(draws).filteredOn(s -> s.contract() == ContractType.INVERSE).allMatch(s -> s.symbols() == 1);
    }

    @Test
    void pairsEveryTwoFamiliesWhichShareOneMove() {
        List<Scenario> pairs = draws(ScenarioId.PAIRS);

        assertThat(pairs)
                .allMatch(s -> s.episodes().size() == 2)
                .allMatch(
                        s -> s.episodes().get(0).family() != s.episodes().get(1).family())
                .allMatch(
                        s -> s.episodes().stream().mapToDouble(Episode::altMove).sum() <= Ranges.ALT_SLIDE.high());
        assertThat(pairs.stream()
                        .map(s -> s.episodes().stream().map(Episode::family).toList())
                        .distinct())
                .hasSize(Family.values().length * (Family.values().length - 1));
        assertThat(Arrays.stream(Family.values()).map(Family::key).map(Family::find))
                .allMatch(Optional::isPresent);
    }
}
