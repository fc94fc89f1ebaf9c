package io.metaexpert.engine;

import io.metaexpert.bind.BoundExpert.OnTimerHandler;
import java.util.List;

/** The timers of a strategy on the engine's clock; each is due at whole multiples of its pace since the epoch. */
final class Timers {
    private final OnTimerHandler[] handlers;
    private final long[] everyMs;
    private final long[] dueMs;

    Timers(List<OnTimerHandler> handlers) {
        this.handlers = handlers.toArray(new OnTimerHandler[0]);
        this.everyMs = handlers.stream().mapToLong(h -> h.every().toMillis()).toArray();
        this.dueMs = new long[everyMs.length];
    }

    /** Starts all timers; each fires for the first time after {@code nowMs}. */
    void start(long nowMs) {
        for (int i = 0; i < dueMs.length; i++) {
            dueMs[i] = Math.floorDiv(nowMs, everyMs[i]) * everyMs[i] + everyMs[i];
        }
    }

    /** When the next timer is due; {@link Market#NONE} when there is none. */
    long nextMs() {
        long earliest = Market.NONE;
        for (long due : dueMs) {
            earliest = Math.min(earliest, due);
        }
        return earliest;
    }

    int size() {
        return handlers.length;
    }

    /** Whether timer {@code i} is due; if so it is set to its next time. */
    boolean take(int i, long nowMs) {
        if (dueMs[i] > nowMs) {
            return false;
        }
        dueMs[i] += everyMs[i];
        return true;
    }

    OnTimerHandler handler(int i) {
        return handlers[i];
    }
}
