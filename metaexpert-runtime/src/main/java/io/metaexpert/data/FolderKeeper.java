package io.metaexpert.data;

import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.tape.StoredTape;
import io.metaexpert.data.tape.TapeCollector;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts trades and tape into a folder.
 *
 * @param durable whether to wait until they are on the disk
 */
record FolderKeeper(Path folder, boolean durable) implements RowKeeper {
    @Override
    public void trades(ColumnSpool trades) throws IOException {
        StoredTape.writeTrades(trades, folder, StoredTape.TRADES, durable);
    }

    @Override
    public void tape(TapeCollector tape) throws IOException {
        StoredTape.write(tape, folder, durable);
    }
}
