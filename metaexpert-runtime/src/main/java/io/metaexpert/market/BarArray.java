package io.metaexpert.market;

import java.util.Arrays;

/** Bars in growing arrays: for tests, for what is built bar by bar, and for live trading. Not thread-safe. */
public final class BarArray implements Bars {
    private final Timeframe timeframe;
    private long[] openTimeMs;
    private double[] open;
    private double[] high;
    private double[] low;
    private double[] close;
    private double[] volume;
    private int size;

    public BarArray(Timeframe timeframe) {
        this(timeframe, 1_024);
    }

    public BarArray(Timeframe timeframe, int capacity) {
        this.timeframe = timeframe;
        openTimeMs = new long[capacity];
        open = new double[capacity];
        high = new double[capacity];
        low = new double[capacity];
        close = new double[capacity];
        volume = new double[capacity];
    }

    /** Bars of these columns, which are not copied and must not change any more. */
    public static BarArray of(
            Timeframe timeframe,
            long[] openTimeMs,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        BarArray bars = new BarArray(timeframe, 0);
        bars.openTimeMs = openTimeMs;
        bars.open = open;
        bars.high = high;
        bars.low = low;
        bars.close = close;
        bars.volume = volume;
        bars.size = openTimeMs.length;
        return bars;
    }

    /**
     * Appends a bar.
     *
     * @throws IllegalArgumentException when the bar does not start after the last one
     */
    public void add(long startMs, double o, double h, double l, double c, double v) {
        if (size > 0 && startMs <= openTimeMs[size - 1]) {
            throw new IllegalArgumentException("bar must start after " + openTimeMs[size - 1] + ", was " + startMs);
        }
        if (size == openTimeMs.length) {
            grow();
        }
        openTimeMs[size] = startMs;
        open[size] = o;
        high[size] = h;
        low[size] = l;
        close[size] = c;
        volume[size] = v;
        size++;
    }

    private void grow() {
        int capacity = Math.max(16, size + (size >> 1));
        openTimeMs = Arrays.copyOf(openTimeMs, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
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
        return high[i];
    }

    @Override
    public double low(int i) {
        return low[i];
    }

    @Override
    public double close(int i) {
        return close[i];
    }

    @Override
    public double volume(int i) {
        return volume[i];
    }
}
