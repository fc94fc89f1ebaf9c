package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what is wrong with bars that are in order. */
final class QualityScan {
    private static final long DAY_MS = 86_400_000L;

    private long missing;
    private long gaps;
    private long longestGap;
    private long ohlcViolations;
    private long offGrid;

    private QualityScan() {}

    static QualityScan of(Bars bars, String name) {
        QualityScan scan = new QualityScan();
        Timeframe timeframe = bars.timeframe();
        boolean calendar = timeframe == Timeframe.MO1;
        long length = timeframe.lengthMs();
        long previous = 0;
        for (int i = 0; i < bars.size(); i++) {
            scan.checkPrices(bars, i);
            long time = bars.openTimeMs(i);
            if (calendar ? timeframe.openMs(time) != time : i == 0 && timeframe.openMs(time) != time) {
                scan.offGrid++;
            }
            if (i > 0 && (calendar || time - previous != length)) {
                scan.checkStep(timeframe, previous, time, name);
            }
            previous = time;
        }
        return scan;
    }

    private void checkPrices(Bars bars, int i) {
        double high = bars.high(i);
        double low = bars.low(i);
        double open = bars.open(i);
        double close = bars.close(i);
        if (high < open || high < close || low > open || low > close) {
            ohlcViolations++;
        }
    }

    private void checkStep(Timeframe timeframe, long previous, long time, String name) {
        long end = timeframe.closeMs(previous);
        if (time < end) {
            throw new UserException(
                    "%s: the bar of %s starts before the %s bar of %s has ended"
                            .formatted(name, Instant.ofEpochMilli(time), timeframe, Instant.ofEpochMilli(previous)),
                    "One file holds bars of one timeframe; if it is another one, say so with --timeframe.");
        }
        long absent = timeframe == Timeframe.MO1
                ? Math.round((time - end) / (double) timeframe.lengthMs())
                : (time - end) / timeframe.lengthMs();
        if (timeframe != Timeframe.MO1 && (time - end) % timeframe.lengthMs() != 0) {
            offGrid++;
        }
        if (absent > 0) {
            missing += absent;
            gaps++;
            longestGap = Math.max(longestGap, absent);
        }
    }

    /**
     * The timeframe that a file's most common step is.
     *
     * @throws UserException when that step is no timeframe
     */
    static Timeframe detect(ColumnFile rows, String name) {
        Map<Long, Long> steps = new HashMap<>();
        long run = 0;
        long step = -1;
        long previous = rows.longAt(0, 0);
        for (int i = 1; i < rows.rows(); i++) {
            long time = rows.longAt(0, i);
            long next = time - previous;
            previous = time;
            if (next != step) {
                steps.merge(step, run, Long::sum);
                step = next;
                run = 0;
            }
            run++;
        }
        steps.merge(step, run, Long::sum);
        steps.remove(-1L);
        if (steps.isEmpty()) {
            throw new UserException(
                    name + ": the timeframe cannot be told from a single bar", "Say it with --timeframe, such as 1m.");
        }
        return timeframe(steps, name);
    }

    private static Timeframe timeframe(Map<Long, Long> steps, String name) {
        Map<Timeframe, Long> counts = new EnumMap<>(Timeframe.class);
        steps.forEach((step, count) -> {
            for (Timeframe timeframe : Timeframe.values()) {
                boolean month = timeframe == Timeframe.MO1 && step >= 28 * DAY_MS && step <= 31 * DAY_MS;
                if (month || step == timeframe.lengthMs()) {
                    counts.merge(timeframe, count, Long::sum);
                }
            }
        });
        long most = steps.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(entry -> entry.getValue() >= most)
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new UserException(
                        "%s: the most common step between bars, %s, is no timeframe".formatted(name, mostCommon(steps)),
                        "Allowed: 1s 1m 3m 5m 15m 30m 1h 2h 4h 6h 8h 12h 1d 3d 1w 1M."));
    }

    private static Duration mostCommon(Map<Long, Long> steps) {
        return Duration.ofMillis(steps.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L));
    }

    long missing() {
        return missing;
    }

    long gaps() {
        return gaps;
    }

    long longestGap() {
        return longestGap;
    }

    long ohlcViolations() {
        return ohlcViolations;
    }

    /** Bars that do not start on a boundary of their timeframe. */
    long offGrid() {
        return offGrid;
    }
}
