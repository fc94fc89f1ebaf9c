package io.metaexpert.engine;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of a run: the time of the event that is being handled. Engine thread only. */
final class EngineClock implements InstantSource {
    private long nowMs;
    /** As asked for last; several times at most instants at which anybody asks. */
    private Instant instant = Instant.EPOCH;

    /** Moves forward; an earlier time is ignored, as time never runs back. */
    void moveTo(long timeMs) {
        if (timeMs > nowMs) {
            nowMs = timeMs;
        }
    }

    @Override
    public Instant instant() {
        if (instant.toEpochMilli() != nowMs) {
            instant = Instant.ofEpochMilli(nowMs);
        }
        return instant;
    }

    @Override
    public long millis() {
        return nowMs;
    }
}
