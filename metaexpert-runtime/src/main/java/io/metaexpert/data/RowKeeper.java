package io.metaexpert.data;

import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.tape.TapeCollector;
import java.io.IOException;

/** What is done with what a file holds besides bars. */
interface RowKeeper {
    /** Leaves it. */
    RowKeeper NONE = trades -> {};

    /** Takes trades, once they are in order. */
    void trades(ColumnSpool trades) throws IOException;

    /** Takes what a recording held. */
    default void tape(TapeCollector tape) throws IOException {}
}
