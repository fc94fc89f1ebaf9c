package io.metaexpert.data;

import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.column.MappedBars;
import io.metaexpert.data.tape.StoredTape;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bundled real data: 100,000 trades of BTC/USD on Bitstamp, 25 November to 1 December 2013. */
final class SampleData {
    static final String NAME = "sample";
    static final String SYMBOL = "BTC/USD";
    static final String SOURCE = "BTC/USD trades on Bitstamp, 25 Nov - 1 Dec 2013";

    /** Holds a number that rises when the bars built here change. */
    static final String CACHE_NAME = "sample-1.bars";

    static final String TRADES_NAME = "sample-1.ticks";

    private static final String RESOURCE = "bitstamp_trades_from_20131125_usd.csv";

    private SampleData() {}

    static InputStream open() {
        InputStream in = SampleData.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("the bundled data " + RESOURCE + " are not on the class path");
        }
        return in;
    }

    /** Builds minute bars without gaps from the trades and puts them in {@code file}. */
    static StoredBars build(Path directory, Path file) throws IOException {
        Path unfilled = directory.resolve(CACHE_NAME + ".part");
        try {
            return fill(read(directory, unfilled, RowKeeper.NONE), directory, file);
        } finally {
            Files.deleteIfExists(unfilled);
        }
    }

    /** Puts the trades in a file {@link #TRADES_NAME}. */
    static void buildTrades(Path directory) throws IOException {
        Path bars = directory.resolve(TRADES_NAME + ".part");
        try {
            read(directory, bars, trades -> StoredTape.writeTrades(trades, directory, TRADES_NAME, false));
        } finally {
            Files.deleteIfExists(bars);
        }
    }

    private static StoredBars read(Path directory, Path bars, RowKeeper keeper) throws IOException {
        try (InputStream trades = open()) {
            Facts facts = Facts.of(SOURCE, SYMBOL, Optional.of(Timeframe.M1));
            return new RowReading(directory, hash -> bars, false).readText(trades, RESOURCE, facts, keeper);
        }
    }

    private static StoredBars fill(StoredBars built, Path directory, Path file) throws IOException {
        Bars filled = GapFiller.fill(built.bars(), built.quality());
        long count = (long) filled.size() - built.bars().size();
        Facts facts = Facts.of(SOURCE, SYMBOL, Optional.of(Timeframe.M1))
                .filled(count)
                .note(
                        "Minute bars built from 100,000 real trades; %,d minutes without a trade are flat bars of volume 0."
                                .formatted(count));
        try (ColumnSpool rows = spool(filled, directory)) {
            return StoredBars.write(rows, facts, directory, hash -> file, false);
        }
    }

    /** Bars as rows for a column file. */
    static ColumnSpool spool(Bars bars, Path directory) throws IOException {
        ColumnSpool rows = new ColumnSpool(MappedBars.COLUMNS, directory);
        for (int i = 0; i < bars.size(); i++) {
            rows.set(0, bars.openTimeMs(i));
            rows.set(1, bars.open(i));
            rows.set(2, bars.high(i));
            rows.set(3, bars.low(i));
            rows.set(4, bars.close(i));
            rows.set(5, bars.volume(i));
            rows.endRow();
        }
        return rows;
    }
}
