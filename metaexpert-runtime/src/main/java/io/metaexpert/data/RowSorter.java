package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnSpool;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/** Puts rows in the order of time; rows of the same time keep theirs. */
final class RowSorter {
    private final ColumnFile rows;
    private final boolean unique;
    private final boolean tolerant;
    private long dropped;

    /**
     * @param unique whether a time may come only once, as with bars
     * @param tolerant whether the first of two rows that contradict each other is kept, instead of refusing both
     */
    RowSorter(ColumnFile rows, boolean unique, boolean tolerant) {
        this.rows = rows;
        this.unique = unique;
        this.tolerant = tolerant;
    }

    void sortInto(ColumnSpool target) throws IOException {
        Integer[] order = new Integer[rows.rows()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> rows.longAt(0, i)));
        int last = -1;
        for (int row : order) {
            if (unique && last >= 0 && rows.longAt(0, row) == rows.longAt(0, last)) {
                checkEqual(last, row);
                dropped++;
                continue;
            }
            for (int column = 0; column < rows.columns(); column++) {
                target.set(column, rows.longAt(column, row));
            }
            target.endRow();
            last = row;
        }
    }

    private void checkEqual(int first, int second) {
        for (int column = 0; column < rows.columns() && !tolerant; column++) {
            if (rows.longAt(column, first) != rows.longAt(column, second)) {
                throw new UserException(
                        "two different bars of " + Instant.ofEpochMilli(rows.longAt(0, first)),
                        "Only identical duplicates can be repaired; remove the wrong one.");
            }
        }
    }

    /** How many duplicates were left out. */
    long dropped() {
        return dropped;
    }
}
