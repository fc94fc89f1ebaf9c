package io.metaexpert.data.column;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import org.jspecify.annotations.Nullable;

/**
 * Bars of a mapped file, each column copied into memory when it is first asked for: many strategies never look at highs and lows. Safe to
 * read from several threads; two that ask first at once copy twice.
 */
final class CopiedBars implements Bars {
    private final Timeframe timeframe;
    private final ColumnFile file;
    private final int size;
    private final long[] openTimeMs;
    private final double[] open;
    private final double[] close;
    private volatile double @Nullable [] high;
    private volatile double @Nullable [] low;
    private volatile double @Nullable [] volume;

    CopiedBars(Timeframe timeframe, ColumnFile file) {
        this.timeframe = timeframe;
        this.file = file;
        this.size = file.rows();
        this.openTimeMs = file.longs(0);
        this.open = file.doubles(1);
        this.close = file.doubles(4);
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long openTimeMs(int i) {
        return openTimeMs[i];
    }

    @Override
    public double open(int i) {
        return open[i];
    }

    @Override
    public double high(int i) {
        double[] values = high;
        return values == null ? copyHigh()[i] : values[i];
    }

    private double[] copyHigh() {
        double[] values = file.doubles(2);
        high = values;
        return values;
    }

    @Override
    public double low(int i) {
        double[] values = low;
        return values == null ? copyLow()[i] : values[i];
    }

    private double[] copyLow() {
        double[] values = file.doubles(3);
        low = values;
        return values;
    }

    @Override
    public double close(int i) {
        return close[i];
    }

    @Override
    public double volume(int i) {
        double[] values = volume;
        return values == null ? copyVolume()[i] : values[i];
    }

    private double[] copyVolume() {
        double[] values = file.doubles(5);
        volume = values;
        return values;
    }
}
