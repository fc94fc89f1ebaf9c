package io.metaexpert.stress.scenario;

import io.metaexpert.market.ContractType;
import java.util.List;
import java.util.Optional;

/**
 * What is to happen, in full: the same scenario gives the same market.
 *
 * @param lean 1 where the trader leans to long positions, -1 to short ones
 * @param contract of a built-in trader's market; the project's own strategy has the project's
 * @param symbols how many a built-in trader has
 * @param firstAlt whether a built-in trader's first symbol is an alt
 * @param leverage of a built-in trader's futures
 * @param partial whether orders fill by what is quoted
 * @param usualDepth of a quote, in units of the capital
 * @param latencyMs median of the time that requests take
 * @param calmVolatility annual standard deviation before the event
 * @param startAt when in a week the run begins, as a share of it
 * @param eventAt when the event begins, as a share of the calm time
 * @param episodes what happens: nothing, one, or two at once
 * @param restart when the process is killed and starts again
 * @param lost whether requests that are sent in an outage are lost; else they are late
 * @param noise seed of what is random within the market, and of the random trader
 */
public record Scenario(
        ScenarioId id,
        Trader trader,
        int lean,
        ContractType contract,
        int symbols,
        boolean firstAlt,
        boolean hedge,
        int leverage,
        boolean partial,
        double usualDepth,
        double latencyMs,
        double calmVolatility,
        double startAt,
        double eventAt,
        List<Episode> episodes,
        Optional<Restart> restart,
        boolean lost,
        long noise) {

    public Scenario {
        episodes = List.copyOf(episodes);
    }

    /**
     * The process is killed.
     *
     * @param at the share of the event after which it is
     * @param downSeconds how long until it runs again
     */
    public record Restart(double at, double downSeconds) {}

    /** How long the event lasts, in seconds; 0 where there is none. */
    public double eventSeconds() {
        return episodes.stream().mapToDouble(Episode::seconds).max().orElse(0);
    }

    /** The episode of a family; empty where it does not happen. */
    public Optional<Episode> episode(Family family) {
        return episodes.stream().filter(e -> e.family() == family).findFirst();
    }

    /** The episode in which the strategy sees nothing. */
    public Optional<Episode> blindness() {
        return episodes.stream().filter(e -> e.family().isBlind()).findFirst();
    }
}
