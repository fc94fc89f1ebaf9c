package io.metaexpert.data;

import io.metaexpert.data.column.ColumnHash;
import io.metaexpert.market.Bars;

/** The {@link ColumnHash} of bars, column by column: the same for the same bars, wherever they are. */
final class ContentHash {
    private ContentHash() {}

    static String of(Bars bars) {
        ColumnHash hash = new ColumnHash();
        int size = bars.size();
        for (int i = 0; i < size; i++) {
            hash.add(bars.openTimeMs(i));
        }
        add(hash, size, bars::open);
        add(hash, size, bars::high);
        add(hash, size, bars::low);
        add(hash, size, bars::close);
        add(hash, size, bars::volume);
        return hash.hex();
    }

    private interface Column {
        double at(int i);
    }

    private static void add(ColumnHash hash, int size, Column column) {
        for (int i = 0; i < size; i++) {
            hash.add(Double.doubleToRawLongBits(column.at(i)));
        }
    }
}
