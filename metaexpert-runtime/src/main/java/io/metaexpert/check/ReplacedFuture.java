package io.metaexpert.check;

import io.metaexpert.backtest.BarChange;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Keeps every bar that has closed at an instant and puts another future behind it: the mirror image of the real one, in which every gain
 * is a loss, after a jump that makes the very first price another, with volumes drawn from the real ones. On request it also ends earlier
 * and has holes, as the number of bars to come is knowledge of the future too.
 *
 * @param end the future holds no bar that closes later, epoch milliseconds
 * @param sameTimes whether the bars of the future keep their times
 */
record ReplacedFuture(Instant cut, long end, long seed, boolean sameTimes) implements BarChange {
    private static final double HOLES = 0.02;
    private static final double LEAST_JUMP = 0.001;
    private static final double JUMP_IN_DEVIATIONS = 3;
    private static final int RETURNS_LOOKED_AT = 1_000;

    @Override
    public Bars apply(Instrument instrument, Bars bars) {
        int known = known(bars);
        BarArray result = new BarArray(bars.timeframe(), bars.size());
        for (int i = 0; i < known; i++) {
            result.add(bars.openTimeMs(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        if (known < bars.size()) {
            addFuture(bars, known, result, random(instrument));
        }
        return result;
    }

    /** Each instrument has a future of its own. */
    private SplittableRandom random(Instrument instrument) {
        return new SplittableRandom(seed * 31 + instrument.id().symbol().hashCode());
    }

    /** How many bars have closed at the cut. */
    private int known(Bars bars) {
        int i = bars.indexAtOrAfter(cut.toEpochMilli());
        while (i > 0 && bars.closeTimeMs(i - 1) > cut.toEpochMilli()) {
            i--;
        }
        return i;
    }

    private void addFuture(Bars bars, int from, BarArray result, SplittableRandom random) {
        Digits prices = Digits.ofPrices(bars);
        Digits volumes = Digits.ofVolumes(bars);
        double before = from == 0 ? bars.open(0) : bars.close(from - 1);
        double last = before * Math.exp(jump(bars, from, before));
        int stop = stop(bars, from, random);
        for (int i = from; i < stop; i++) {
            double real = i == 0 ? bars.open(0) : bars.close(i - 1);
            double close = mirrored(last, real, bars.close(i));
            if (i == from || sameTimes || random.nextDouble() >= HOLES) {
                result.add(
                        bars.openTimeMs(i),
                        prices.round(mirrored(last, real, bars.open(i))),
                        prices.round(mirrored(last, real, bars.low(i))),
                        prices.round(mirrored(last, real, bars.high(i))),
                        prices.round(close),
                        volumes.round(volume(bars, from + random.nextInt(bars.size() - from), random)));
            }
            last = close;
        }
    }

    /** The end of the future: where the run ends, or somewhere before that. */
    private int stop(Bars bars, int from, SplittableRandom random) {
        int last = bars.indexAtOrAfter(end);
        return sameTimes || last - from < 2 ? bars.size() : from + 1 + random.nextInt(last - from - 1);
    }

    /** Away from where the price really goes. */
    private static double jump(Bars bars, int from, double before) {
        double size = Math.max(LEAST_JUMP, JUMP_IN_DEVIATIONS * deviation(bars, from));
        return bars.close(from) >= before ? -size : size;
    }

    /** The standard deviation of returns around {@code from}. */
    private static double deviation(Bars bars, int from) {
        int first = Math.max(1, from - RETURNS_LOOKED_AT);
        int last = Math.min(bars.size(), from + RETURNS_LOOKED_AT);
        double sum = 0;
        for (int i = first; i < last; i++) {
            double change = Math.log(bars.close(i) / bars.close(i - 1));
            sum += change * change;
        }
        return last > first ? Math.sqrt(sum / (last - first)) : 0;
    }

    /** As far below {@code last} as {@code price} is above {@code real}, by ratio. */
    private static double mirrored(double last, double real, double price) {
        return last * real / price;
    }

    private static double volume(Bars bars, int other, SplittableRandom random) {
        return bars.volume(other) * random.nextDouble(0.5, 2);
    }
}
