package io.metaexpert.stress.market;

import io.metaexpert.market.Timeframe;
import io.metaexpert.stress.scenario.Scenario;
import java.util.OptionalLong;

/**
 * When what happens, epoch milliseconds UTC.
 *
 * @param warmupMs until then the strategy's orders are denied
 * @param eventMs the event begins; {@link Long#MAX_VALUE} when there is none
 * @param eventEndMs the event is over
 * @param endMs the run ends, at a close of a bar
 */
public record Schedule(Timeframe bars, long startMs, long warmupMs, long eventMs, long eventEndMs, long endMs) {
    /** So long after the event the run goes on, at least. */
    static final long AFTER_MS = 25 * 60_000L;

    private static final int BARS_AFTER = 1;

    /**
     * A run that starts at {@code startMs}.
     *
     * @param calmBars before the event at the most, warm-up not counted
     * @param eventMs when the event is to begin; empty: where the scenario says; of no meaning in a calm one
     */
    public static Schedule of(
            Scenario scenario, Timeframe bars, long startMs, int warmupBars, int calmBars, OptionalLong eventMs) {
        long warmup = after(bars, startMs, warmupBars + 1);
        long calmEnd = after(bars, warmup, calmBars);
        if (scenario.episodes().isEmpty()) {
            return new Schedule(
                    bars, startMs, warmup, Long.MAX_VALUE, Long.MAX_VALUE, after(bars, calmEnd, BARS_AFTER));
        }
        double share = 0.5 + scenario.eventAt() / 2;
        long event = eventMs.orElse(warmup + (long) (share * (calmEnd - warmup)));
        long over = event + (long) (scenario.eventSeconds() * 1_000);
        long end = bars.closeMs(bars.openMs(over + AFTER_MS));
        return new Schedule(bars, startMs, warmup, event, over, after(bars, end, BARS_AFTER));
    }

    /** The same without an event, for as long as one could begin. */
    public Schedule calm(int calmBars) {
        return new Schedule(
                bars,
                startMs,
                warmupMs,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                after(bars, after(bars, warmupMs, calmBars), 1));
    }

    private static long after(Timeframe bars, long openMs, int count) {
        long at = openMs;
        for (int i = 0; i < count; i++) {
            at = bars.closeMs(at);
        }
        return at;
    }

    public boolean hasEvent() {
        return eventMs != Long.MAX_VALUE;
    }
}
