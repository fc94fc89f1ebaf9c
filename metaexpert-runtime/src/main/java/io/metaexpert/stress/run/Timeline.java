package io.metaexpert.stress.run;

import io.metaexpert.stress.market.Schedule;
import io.metaexpert.stress.scenario.Episode;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.Scenario;

/**
 * What the venue and the connection do when, epoch milliseconds; {@link Long#MAX_VALUE} where it never happens.
 *
 * @param outage whether nothing passes while the strategy is blind; else only the market is not shown
 * @param lost whether requests of an outage are lost; else they are late
 * @param killMs the process ends
 * @param upMs it runs again
 */
record Timeline(
        long blindMs,
        long sightMs,
        boolean outage,
        boolean lost,
        long feeMs,
        long usualFeeMs,
        double feeFactor,
        long killMs,
        long upMs) {
    private static final long NEVER = Long.MAX_VALUE;

    static Timeline of(Scenario scenario, Schedule schedule) {
        if (!schedule.hasEvent()) {
            return new Timeline(NEVER, NEVER, false, false, NEVER, NEVER, 1, NEVER, NEVER);
        }
        long event = schedule.eventMs();
        long blind = scenario.blindness().map(episode -> event).orElse(NEVER);
        long sight = scenario.blindness().map(episode -> end(event, episode)).orElse(NEVER);
        long kill = scenario.restart()
                .map(restart -> event + (long) (restart.at() * (schedule.eventEndMs() - event)))
                .orElse(NEVER);
        long up = scenario.restart()
                .map(restart -> kill + (long) (restart.downSeconds() * 1_000))
                .orElse(NEVER);
        return new Timeline(
                blind,
                sight,
                scenario.episode(Family.OUTAGE).isPresent(),
                scenario.lost(),
                scenario.episode(Family.FEE_SPIKE).map(episode -> event).orElse(NEVER),
                scenario.episode(Family.FEE_SPIKE)
                        .map(episode -> end(event, episode))
                        .orElse(NEVER),
                scenario.episode(Family.FEE_SPIKE).map(Episode::factor).orElse(1.0),
                kill,
                up);
    }

    private static long end(long event, Episode episode) {
        return event + (long) (episode.seconds() * 1_000);
    }

    boolean isBlind(long timeMs) {
        return timeMs >= blindMs && timeMs < sightMs;
    }

    boolean isOut(long timeMs) {
        return outage && isBlind(timeMs);
    }
}
