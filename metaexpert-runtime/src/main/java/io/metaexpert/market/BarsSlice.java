package io.metaexpert.market;

/** A part of other bars, without a copy. */
public final class BarsSlice implements Bars {
    private final Bars bars;
    private final int from;
    private final int size;

    /**
     * @param from index of the first bar of the part
     * @param to index after its last bar
     */
    public BarsSlice(Bars bars, int from, int to) {
        if (from < 0 || to > bars.size() || from > to) {
            throw new IllegalArgumentException("no part " + from + ".." + to + " of " + bars.size() + " bars");
        }
        this.bars = bars;
        this.from = from;
        this.size = to - from;
    }

    @Override
    public Timeframe timeframe() {
        return bars.timeframe();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long openTimeMs(int i) {
        return bars.openTimeMs(from + i);
    }

    @Override
    public double open(int i) {
        return bars.open(from + i);
    }

    @Override
    public double high(int i) {
        return bars.high(from + i);
    }

    @Override
    public double low(int i) {
        return bars.low(from + i);
    }

    @Override
    public double close(int i) {
        return bars.close(from + i);
    }

    @Override
    public double volume(int i) {
        return bars.volume(from + i);
    }
}
