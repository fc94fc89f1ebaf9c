package io.metaexpert.market;

/** Bars from the trades of ticks; a period without a trade has none. */
public final class TickBars {
    private final BarArray bars;
    private final Timeframe timeframe;
    private boolean begun;
    private long openMs;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    private TickBars(Timeframe timeframe) {
        this.timeframe = timeframe;
        this.bars = new BarArray(timeframe);
    }

    /** Reads all trades; quotes are passed over. */
    public static Bars of(Ticks ticks, Timeframe timeframe) {
        TickBars bars = new TickBars(timeframe);
        for (int i = 0; i < ticks.size(); i++) {
            if (ticks.kind(i).isTrade()) {
                bars.trade(ticks.timeMs(i), ticks.last(i), ticks.lastSize(i));
            }
        }
        bars.close();
        return bars.bars;
    }

    private void trade(long timeMs, double price, double quantity) {
        long period = timeframe.openMs(timeMs);
        if (begun && period == openMs) {
            high = Math.max(high, price);
            low = Math.min(low, price);
        } else {
            close();
            begun = true;
            openMs = period;
            open = price;
            high = price;
            low = price;
            volume = 0;
        }
        close = price;
        volume += quantity;
    }

    private void close() {
        if (begun) {
            bars.add(openMs, open, high, low, close, volume);
        }
    }
}
