package io.metaexpert.data;

import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.market.Timeframe;
import java.io.IOException;

/** Puts bars together from trades that are in order of time. A period without a trade has no bar. */
final class TradeBars {
    private TradeBars() {}

    static void build(ColumnFile trades, Timeframe timeframe, ColumnSpool bars) throws IOException {
        int i = 0;
        while (i < trades.rows()) {
            i = addPeriod(trades, i, timeframe, bars);
        }
    }

    private static int addPeriod(ColumnFile trades, int first, Timeframe timeframe, ColumnSpool bars)
            throws IOException {
        long start = timeframe.openMs(trades.longAt(0, first));
        long end = timeframe.closeMs(start);
        double high = trades.doubleAt(1, first);
        double low = high;
        double volume = 0;
        int i = first;
        for (; i < trades.rows() && trades.longAt(0, i) < end; i++) {
            high = Math.max(high, trades.doubleAt(1, i));
            low = Math.min(low, trades.doubleAt(1, i));
            volume += trades.doubleAt(2, i);
        }
        bars.set(0, start);
        bars.set(1, trades.doubleAt(1, first));
        bars.set(2, high);
        bars.set(3, low);
        bars.set(4, trades.doubleAt(1, i - 1));
        bars.set(5, volume);
        bars.endRow();
        return i;
    }
}
