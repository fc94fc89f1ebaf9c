package io.metaexpert.check;

import io.metaexpert.market.Bars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses the instants behind which the future is replaced. Half of them are instants of decisions, where one that knows the next bar
 * shows it most surely; the others are closes of base bars anywhere in the run, also within coarser bars.
 */
final class Cuts {
    private final Bars bars;
    private final int from;
    private final int last;

    /**
     * @param bars of the first instrument
     * @param fromMs start of the run
     * @param toMs end of the run
     */
    Cuts(Bars bars, long fromMs, long toMs) {
        this.bars = bars;
        this.from = bars.indexAtOrAfter(fromMs);
        this.last = bars.indexAtOrAfter(toMs) - 1;
    }

    /** How many bars of the run have another one behind them. */
    int room() {
        return last - from;
    }

    /** In the order of the draw; the same for the same seed. */
    List<Instant> choose(int count, long seed, List<Instant> decisions) {
        Instant latest = Instant.ofEpochMilli(bars.closeTimeMs(last - 1));
        List<Instant> usable =
                decisions.stream().filter(time -> !time.isAfter(latest)).toList();
        SplittableRandom random = new SplittableRandom(seed);
        List<Instant> cuts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean atDecision = i % 2 == 0 && !usable.isEmpty();
            cuts.add(
                    atDecision
                            ? usable.get(random.nextInt(usable.size()))
                            : Instant.ofEpochMilli(bars.closeTimeMs(from + random.nextInt(room()))));
        }
        return cuts;
    }
}
