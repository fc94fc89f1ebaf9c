package io.metaexpert.market;

/** Puts coarser bars together from finer ones. */
public final class BarResampler {
    private BarResampler() {}

    /**
     * The bars of {@code coarser}: first open, highest high, lowest low, last close, sum of volumes. A period without any finer bar
     * has no bar. The first period is left out when the data start inside it, the last when they end inside it.
     *
     * @throws IllegalArgumentException when {@code coarser} cannot be built from the timeframe of {@code finer}
     */
    public static Bars resample(Bars finer, Timeframe coarser) {
        if (!coarser.isBuiltFrom(finer.timeframe())) {
            throw new IllegalArgumentException(coarser + " bars cannot be built from " + finer.timeframe() + " bars");
        }
        if (coarser == finer.timeframe()) {
            return finer;
        }
        BarArray result =
                new BarArray(coarser, (int) (finer.size() * finer.timeframe().lengthMs() / coarser.lengthMs()) + 16);
        int i = firstWhole(finer, coarser);
        while (i < finer.size()) {
            long start = coarser.openMs(finer.openTimeMs(i));
            i = addPeriod(result, finer, i, start, coarser.closeMs(start));
        }
        return result;
    }

    private static int firstWhole(Bars finer, Timeframe coarser) {
        if (finer.size() == 0) {
            return 0;
        }
        long first = finer.openTimeMs(0);
        long start = coarser.openMs(first);
        return start == first ? 0 : finer.indexAtOrAfter(coarser.closeMs(start));
    }

    /** Adds the period that starts with bar {@code from}; returns the index after it. */
    private static int addPeriod(BarArray result, Bars finer, int from, long start, long end) {
        double high = finer.high(from);
        double low = finer.low(from);
        double volume = finer.volume(from);
        int i = from + 1;
        while (i < finer.size() && finer.openTimeMs(i) < end) {
            high = Math.max(high, finer.high(i));
            low = Math.min(low, finer.low(i));
            volume += finer.volume(i);
            i++;
        }
        if (i < finer.size() || finer.closeTimeMs(i - 1) >= end) {
            result.add(start, finer.open(from), high, low, finer.close(i - 1), volume);
        }
        return i;
    }
}
