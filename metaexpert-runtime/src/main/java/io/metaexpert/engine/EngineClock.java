package io.metaexpert.engine;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of a run: the time of the event that is being handled. Engine thread only. */
final class EngineClock implements InstantSource {
    private long nowMs;

    /** Moves forward; an earlier time is ignored, as time never runs back. */
    void moveTo(long timeMs) {
        if (timeMs > nowMs) {
            nowMs = timeMs;
        }
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs);
    }

    @Override
    public long millis() {
        return nowMs;
    }
}
