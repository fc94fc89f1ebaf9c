package io.metaexpert.data.column;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.nio.ByteBuffer;

/** Bars read straight from a mapped file: columns open time, open, high, low, close, volume. */
public final class MappedBars implements Bars {
    public static final int COLUMNS = 6;

    private final Timeframe timeframe;
    private final int size;
    private final ByteBuffer openTimeMs;
    private final ByteBuffer open;
    private final ByteBuffer high;
    private final ByteBuffer low;
    private final ByteBuffer close;
    private final ByteBuffer volume;

    /** Up to so many bars, two years of minutes, a copy in memory is read faster than it costs. */
    private static final int COPIED = 1 << 20;

    /** The bars of a file: from a copy in memory, or, when they are many, straight from the file. */
    public static Bars of(Timeframe timeframe, ColumnFile file) {
        return file.rows() > COPIED ? new MappedBars(timeframe, file) : new CopiedBars(timeframe, file);
    }

    public MappedBars(Timeframe timeframe, ColumnFile file) {
        this.timeframe = timeframe;
        size = file.rows();
        openTimeMs = file.column(0);
        open = file.column(1);
        high = file.column(2);
        low = file.column(3);
        close = file.column(4);
        volume = file.column(5);
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
        return openTimeMs.getLong(i << 3);
    }

    @Override
    public double open(int i) {
        return open.getDouble(i << 3);
    }

    @Override
    public double high(int i) {
        return high.getDouble(i << 3);
    }

    @Override
    public double low(int i) {
        return low.getDouble(i << 3);
    }

    @Override
    public double close(int i) {
        return close.getDouble(i << 3);
    }

    @Override
    public double volume(int i) {
        return volume.getDouble(i << 3);
    }
}
