package io.metaexpert.check;

import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Instants at which a run could begin, on boundaries of the strategy's timeframe, with a quarter of the data before them. Half of them lie
 * shortly before an order of the run over all data, where a start that knows too little shows it most surely.
 */
final class Starts {
    /** For how many bars a start is followed. */
    static final int WINDOW = 500;

    private static final int LEAST_BARS = 100;
    private static final int SHORTLY = 20;

    private final Timeframe timeframe;
    private final long earliest;
    private final long latest;
    private final long first;
    private final long end;

    Starts(MetaExpertConfig config, Bars bars) {
        timeframe = config.strategy().timeframe();
        long last = bars.closeTimeMs(bars.size() - 1);
        first = bars.openTimeMs(0);
        end = config.backtest()
                .to()
                .map(Instant::toEpochMilli)
                .map(to -> Math.min(to, last))
                .orElse(last);
        long from = config.backtest().from().map(Instant::toEpochMilli).orElse(first);
        long window = Math.min(WINDOW * timeframe.lengthMs(), (end - first) / 4);
        earliest = Math.max(from, first + (end - first) / 4);
        latest = end - window;
        if ((end - first) / timeframe.lengthMs() < LEAST_BARS || latest <= earliest) {
            throw new UserException(
                    "the data are too short: to vary the start, " + LEAST_BARS + " bars of " + timeframe
                            + " are needed, and some before backtest.from",
                    "check a longer period, or finer bars");
        }
    }

    /** The beginning of the data. */
    Instant first() {
        return Instant.ofEpochMilli(first);
    }

    /** Until when a start is followed. */
    Instant until(Instant start) {
        return Instant.ofEpochMilli(Math.min(end, start.toEpochMilli() + WINDOW * timeframe.lengthMs()));
    }

    /** How many bars of history every start has. */
    int history() {
        return (int) ((earliest - first) / timeframe.lengthMs());
    }

    /** In the order of the draw; the same for the same seed. */
    List<Instant> choose(int count, long seed, List<Instant> orders) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Instant> usable = orders.stream()
                .filter(time -> time.toEpochMilli() >= earliest + SHORTLY * timeframe.lengthMs()
                        && time.toEpochMilli() <= latest)
                .toList();
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = i % 2 == 0 && !usable.isEmpty()
                    ? usable.get(random.nextInt(usable.size())).toEpochMilli()
                            - random.nextInt(1, SHORTLY) * timeframe.lengthMs()
                    : random.nextLong(earliest, latest);
            starts.add(Instant.ofEpochMilli(timeframe.openMs(time)));
        }
        return starts;
    }
}
