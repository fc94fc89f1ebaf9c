package io.metaexpert.stress.market;

import io.metaexpert.market.Timeframe;
import java.util.Arrays;

/**
 * The instants at which a quote changes: few while it is calm, many in the event, and always one shortly before a bar closes, so that whoever
 * trades at the close has a fresh quote. What is before the event does not depend on when, or whether, it comes.
 */
final class Grid {
    /** Before the close of a bar. */
    private static final long FRESH_MS = 300;

    private static final int A_BAR = 10;
    private static final long MIN_CALM_MS = 5_000;
    private static final int IN_EVENT = 350;
    private static final long MIN_EVENT_MS = 250;
    private static final long MAX_EVENT_MS = 15_000;
    private static final long SOON_AFTER_MS = 5 * 60_000L;
    private static final long SOON_STEP_MS = 5_000;
    private static final long LATER_STEP_MS = 20_000;

    private long[] times = new long[2_048];
    private int size;

    private Grid() {}

    static long[] of(Schedule schedule) {
        Grid grid = new Grid();
        grid.fill(schedule);
        return Arrays.copyOf(grid.times, grid.size);
    }

    private void fill(Schedule schedule) {
        long event = Math.min(schedule.eventMs(), schedule.endMs());
        calm(schedule, schedule.startMs(), event);
        if (!schedule.hasEvent()) {
            return;
        }
        long length = schedule.eventEndMs() - event;
        dense(event, schedule.eventEndMs(), Math.clamp(length / IN_EVENT, MIN_EVENT_MS, MAX_EVENT_MS), schedule.bars());
        long soon = schedule.eventEndMs() + SOON_AFTER_MS;
        dense(schedule.eventEndMs(), soon, SOON_STEP_MS, schedule.bars());
        long later = schedule.eventEndMs() + Schedule.AFTER_MS;
        dense(soon, later, LATER_STEP_MS, schedule.bars());
        calm(schedule, later, schedule.endMs());
    }

    private void calm(Schedule schedule, long fromMs, long untilMs) {
        Timeframe bars = schedule.bars();
        for (long open = bars.openMs(fromMs); open < untilMs; open = bars.closeMs(open)) {
            long close = bars.closeMs(open);
            boolean warmingUp = close <= schedule.warmupMs();
            long step = Math.max(MIN_CALM_MS, (close - open) / (warmingUp ? 2 : A_BAR));
            for (long at = open + step / 2; at < close - FRESH_MS; at += step) {
                addWithin(at, fromMs, untilMs);
            }
            addWithin(close - FRESH_MS, fromMs, untilMs);
        }
    }

    private void dense(long fromMs, long untilMs, long step, Timeframe bars) {
        long close = bars.closeMs(bars.openMs(fromMs));
        for (long at = fromMs; at < untilMs; at += step) {
            while (close - FRESH_MS <= at) {
                addWithin(close - FRESH_MS, fromMs, untilMs);
                close = bars.closeMs(close);
            }
            add(at);
        }
    }

    private void addWithin(long at, long fromMs, long untilMs) {
        if (at >= fromMs && at < untilMs) {
            add(at);
        }
    }

    private void add(long at) {
        if (size > 0 && at <= times[size - 1]) {
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        times[size++] = at;
    }
}
