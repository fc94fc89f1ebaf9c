package io.metaexpert.stress;

import io.metaexpert.stress.scenario.Trader;
import java.util.List;

/**
 * How much is run.
 *
 * @param scenarios in all; an equal number of each group, half of them held out
 * @param groups families and {@link io.metaexpert.stress.scenario.ScenarioId#PAIRS}, in the order of the report
 * @param threads that run them
 */
public record StressOptions(int scenarios, long seed, List<String> groups, List<Trader> traders, int threads) {
    public StressOptions {
        groups = List.copyOf(groups);
        traders = List.copyOf(traders);
    }
}
