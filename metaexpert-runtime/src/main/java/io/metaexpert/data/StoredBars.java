package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.column.ColumnWriter;
import io.metaexpert.data.column.MappedBars;
import io.metaexpert.market.Bars;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bars in a column file, with what is known of them. */
record StoredBars(Bars bars, DataQuality quality, String symbol) {
    /** Where to put bars, once their hash is known. */
    interface Target {
        Path of(String contentHash);
    }

    /**
     * Writes bars that are in order.
     *
     * @param durable whether to wait until they are on the disk
     */
    static StoredBars write(ColumnSpool rows, Facts facts, Path directory, Target target, boolean durable)
            throws IOException {
        try (ColumnWriter writer = new ColumnWriter(rows, directory)) {
            ColumnFile file = writer.written();
            Timeframe timeframe = facts.timeframe().orElseGet(() -> QualityScan.detect(file, facts.source()));
            Bars bars = MappedBars.of(timeframe, file);
            DataQuality quality = describe(bars, facts, writer.hash());
            writer.finish(QualityText.format(quality, facts.symbol()), target.of(writer.hash()), durable);
            return new StoredBars(bars, quality, facts.symbol());
        }
    }

    static StoredBars open(Path file) throws IOException {
        ColumnFile columns = ColumnFile.open(file);
        Map<String, String> text = QualityText.parse(columns.text());
        DataQuality quality = QualityText.quality(text);
        return new StoredBars(
                MappedBars.of(quality.timeframe(), columns), quality, text.getOrDefault(QualityText.SYMBOL, ""));
    }

    static DataQuality describe(Bars bars, Facts facts, String hash) {
        QualityScan scan = QualityScan.of(bars, facts.source());
        List<String> notes = new ArrayList<>(facts.notes());
        if (scan.offGrid() > 0) {
            notes.add("Some bars do not start on a " + bars.timeframe() + " boundary of UTC.");
        }
        return new DataQuality(
                facts.source(),
                hash,
                facts.synthetic(),
                bars.timeframe(),
                bars.size(),
                Instant.ofEpochMilli(bars.openTimeMs(0)),
                Instant.ofEpochMilli(bars.closeTimeMs(bars.size() - 1)),
                scan.missing(),
                scan.gaps(),
                scan.longestGap(),
                facts.filled(),
                facts.duplicates(),
                facts.outOfOrder(),
                scan.ohlcViolations(),
                facts.badPrices(),
                notes);
    }

    /** The same bars under the name by which the user knows them. */
    StoredBars named(String source) {
        return new StoredBars(bars, copy(quality, source, quality.notes()), symbol);
    }

    StoredBars noted(String note) {
        List<String> notes = new ArrayList<>(quality.notes());
        notes.add(note);
        return new StoredBars(bars, copy(quality, quality.source(), notes), symbol);
    }

    private static DataQuality copy(DataQuality q, String source, List<String> notes) {
        return new DataQuality(
                source,
                q.contentHash(),
                q.synthetic(),
                q.timeframe(),
                q.bars(),
                q.from(),
                q.to(),
                q.missing(),
                q.gaps(),
                q.longestGap(),
                q.filled(),
                q.duplicates(),
                q.outOfOrder(),
                q.ohlcViolations(),
                q.badPrices(),
                notes);
    }

    /** What the policy says about the gaps; filled bars are in memory. */
    StoredBars with(GapPolicy policy) {
        if (quality.missing() == 0 || policy == GapPolicy.KEEP) {
            return this;
        }
        if (policy == GapPolicy.FAIL) {
            throw new UserException(
                    "%s: %,d of %,d bars are missing, in %,d gaps; the longest is %,d bars"
                            .formatted(
                                    quality.source(),
                                    quality.missing(),
                                    quality.bars() + quality.missing(),
                                    quality.gaps(),
                                    quality.longestGap()),
                    "Gaps may also be kept (keep) or filled with flat bars of volume 0 (fill).");
        }
        Bars filled = GapFiller.fill(bars, quality);
        Facts facts = Facts.of(this).filled((long) filled.size() - bars.size());
        return new StoredBars(filled, describe(filled, facts, ContentHash.of(filled)), symbol);
    }
}
