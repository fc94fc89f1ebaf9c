package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.column.ColumnWriter;
import io.metaexpert.data.column.MappedBars;
import io.metaexpert.data.read.DataFiles;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** From files to bars in a column file: read, put in order if told to, build bars from trades. */
final class RowReading {
    private final Path directory;
    private final StoredBars.Target target;
    private final boolean durable;

    /** @param directory where temporary files go: that of the target */
    RowReading(Path directory, StoredBars.Target target, boolean durable) {
        this.directory = directory;
        this.target = target;
        this.durable = durable;
    }

    StoredBars read(List<Path> files, RowPolicy policy, Facts facts, RowKeeper keeper) throws IOException {
        try (RowCollector rows = new RowCollector(policy, directory)) {
            for (Path file : files) {
                readFile(file, rows);
            }
            return store(rows, facts.orSymbol(rows.recorded()), keeper);
        }
    }

    private static void readFile(Path file, RowCollector rows) throws IOException {
        try {
            DataFiles.read(file, rows);
        } catch (NoSuchFileException absent) {
            throw new UserException("no file " + file, "");
        }
    }

    /** Reads trades from a text that is not a file. */
    StoredBars readText(InputStream text, String name, Facts facts, RowKeeper keeper) throws IOException {
        try (RowCollector rows = new RowCollector(RowPolicy.REPAIR, directory)) {
            DataFiles.readText(text, name, rows);
            return store(rows, facts, keeper);
        }
    }

    private StoredBars store(RowCollector rows, Facts facts, RowKeeper keeper) throws IOException {
        ColumnSpool collected = rows.rows(facts.source());
        if (!rows.needsSorting()) {
            return store(collected, rows, facts.with(rows, 0), keeper);
        }
        try (ColumnSpool sorted = new ColumnSpool(collected.columns(), directory);
                ColumnWriter unsorted = new ColumnWriter(collected, directory)) {
            RowSorter sorter = new RowSorter(unsorted.written(), !rows.hasTrades(), rows.policy() == RowPolicy.INSPECT);
            sorter.sortInto(sorted);
            return store(sorted, rows, facts.with(rows, sorter.dropped()), keeper);
        }
    }

    private StoredBars store(ColumnSpool ordered, RowCollector rows, Facts facts, RowKeeper keeper) throws IOException {
        if (!rows.hasTrades()) {
            return StoredBars.write(ordered, facts, directory, target, durable);
        }
        keeper.trades(ordered);
        if (rows.recorded().isPresent()) {
            keeper.tape(rows.recorded().get());
        }
        Timeframe timeframe = facts.timeframe().orElse(Timeframe.M1);
        try (ColumnSpool bars = new ColumnSpool(MappedBars.COLUMNS, directory);
                ColumnWriter trades = new ColumnWriter(ordered, directory)) {
            ColumnFile file = trades.written();
            TradeBars.build(file, timeframe, bars);
            Facts built = facts.in(timeframe).note("Bars built from %,d trades.".formatted(file.rows()));
            return StoredBars.write(bars, built, directory, target, durable);
        }
    }
}
