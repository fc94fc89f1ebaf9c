package io.metaexpert.data.tape;

import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnHash;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.column.ColumnWriter;
import io.metaexpert.data.column.MappedDepth;
import io.metaexpert.data.column.MappedTicks;
import io.metaexpert.data.column.MappedTrades;
import io.metaexpert.market.TapeQuality;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.DepthUpdates;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A tape in a dataset's folder: {@code tape.ticks}, and {@code tape.depth} with {@code tape.levels} when depth was recorded. Where trades alone
 * were imported, {@code trades.ticks} is the tape.
 */
public record StoredTape(Tape tape, TapeQuality quality) {
    /** Trades as they were imported: columns time, price, quantity, side. */
    public static final String TRADES = "trades.ticks";

    private static final String TICKS = "tape.ticks";
    private static final String DEPTH = "tape.depth";
    private static final String LEVELS = "tape.levels";

    /**
     * Writes a tape into a folder that has none.
     *
     * @param durable whether to wait until it is on the disk
     */
    public static void write(TapeCollector tape, Path folder, boolean durable) throws IOException {
        try (ColumnWriter ticks = new ColumnWriter(tape.ticks, folder);
                ColumnWriter depth = new ColumnWriter(tape.depth, folder);
                ColumnWriter levels = new ColumnWriter(tape.levels, folder)) {
            DepthUpdates updates = new MappedDepth(depth.written(), levels.written());
            TapeQuality quality = quality(
                    new MappedTicks(ticks.written()),
                    tape.counts,
                    DepthScan.of(updates, tape.rule()),
                    hash(ticks.hash(), depth.hash(), levels.hash()));
            if (updates.size() > 0) {
                depth.finish("", folder.resolve(DEPTH), durable);
                levels.finish("", folder.resolve(LEVELS), durable);
            }
            ticks.finish(TapeText.format(quality, tape.rule()), folder.resolve(TICKS), durable);
        }
    }

    /** Writes trades that are in order of time, as a tape of their own. */
    public static void writeTrades(ColumnSpool trades, Path folder, String name, boolean durable) throws IOException {
        try (ColumnWriter writer = new ColumnWriter(trades, folder)) {
            TapeCounts counts = new TapeCounts();
            counts.trades = trades.rows();
            TapeQuality quality =
                    quality(new MappedTrades(writer.written()), counts, TapeQuality.Depth.NONE, writer.hash());
            writer.finish(TapeText.format(quality, SequenceRule.RANGES), folder.resolve(name), durable);
        }
    }

    private static TapeQuality quality(Ticks ticks, TapeCounts counts, TapeQuality.Depth depth, String hash) {
        return new TapeQuality(
                hash,
                Instant.ofEpochMilli(ticks.timeMs(0)),
                Instant.ofEpochMilli(ticks.timeMs(ticks.size() - 1)),
                counts.trades,
                counts.quotes,
                counts.missingTrades,
                counts.crossedQuotes,
                counts.late,
                counts.longestLateMs,
                counts.outOfOrder,
                counts.leftOut,
                depth);
    }

    /** One hash of several. */
    private static String hash(String... parts) {
        ColumnHash hash = new ColumnHash();
        for (String part : parts) {
            hash.add(HexFormat.fromHexDigitsToLong(part, 0, 16));
            hash.add(HexFormat.fromHexDigitsToLong(part, 16, 32));
        }
        return hash.hex();
    }

    /** Opens the tape in a folder; empty when there is none. */
    public static Optional<StoredTape> open(Path folder) throws IOException {
        if (Files.exists(folder.resolve(TICKS))) {
            ColumnFile ticks = ColumnFile.open(folder.resolve(TICKS));
            TapeText text = TapeText.parse(ticks.text());
            Tape tape = new Tape(new MappedTicks(ticks), depth(folder), text.rule());
            return Optional.of(new StoredTape(tape, text.quality()));
        }
        Path trades = folder.resolve(TRADES);
        return Files.exists(trades) ? Optional.of(openTrades(trades)) : Optional.empty();
    }

    private static DepthUpdates depth(Path folder) throws IOException {
        return Files.exists(folder.resolve(DEPTH))
                ? new MappedDepth(ColumnFile.open(folder.resolve(DEPTH)), ColumnFile.open(folder.resolve(LEVELS)))
                : new DepthArray();
    }

    /** Opens what {@link #writeTrades} wrote. */
    public static StoredTape openTrades(Path file) throws IOException {
        ColumnFile trades = ColumnFile.open(file);
        Tape tape = new Tape(new MappedTrades(trades), new DepthArray(), SequenceRule.RANGES);
        return new StoredTape(tape, TapeText.parse(trades.text()).quality());
    }

    /** What is known of the tape in a folder, without reading the tape; empty when there is none. */
    public static Optional<TapeQuality> qualityIn(Path folder) throws IOException {
        for (String name : new String[] {TICKS, TRADES}) {
            if (Files.exists(folder.resolve(name))) {
                return Optional.of(TapeText.parse(ColumnFile.readText(folder.resolve(name)))
                        .quality());
            }
        }
        return Optional.empty();
    }
}
