package io.metaexpert.data;

import io.metaexpert.data.tape.TapeCollector;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of bars apart from the bars.
 *
 * @param timeframe when it is given; otherwise it is told from the bars
 */
record Facts(
        String source,
        String symbol,
        boolean synthetic,
        Optional<Timeframe> timeframe,
        long filled,
        long duplicates,
        long outOfOrder,
        long badPrices,
        List<String> notes) {
    Facts {
        notes = List.copyOf(notes);
    }

    static Facts of(String source, String symbol, Optional<Timeframe> timeframe) {
        return new Facts(source, symbol, false, timeframe, 0, 0, 0, 0, List.of());
    }

    /** What is known of bars that were stored. */
    static Facts of(StoredBars stored) {
        DataQuality quality = stored.quality();
        return new Facts(
                quality.source(),
                stored.symbol(),
                quality.synthetic(),
                Optional.of(quality.timeframe()),
                quality.filled(),
                quality.duplicates(),
                quality.outOfOrder(),
                quality.badPrices(),
                quality.notes());
    }

    Facts with(RowCollector rows, long dropped) {
        return new Facts(
                source,
                symbol,
                synthetic,
                timeframe,
                filled,
                Math.max(rows.duplicates(), dropped),
                rows.outOfOrder(),
                rows.badPrices(),
                notes);
    }

    /** Takes the symbol from a recording when it is not known. */
    Facts orSymbol(Optional<TapeCollector> recorded) {
        String found = recorded.map(TapeCollector::symbol).map(FileNames::pair).orElse("");
        return symbol.isEmpty()
                ? new Facts(source, found, synthetic, timeframe, filled, duplicates, outOfOrder, badPrices, notes)
                : this;
    }

    Facts in(Timeframe known) {
        return new Facts(
                source, symbol, synthetic, Optional.of(known), filled, duplicates, outOfOrder, badPrices, notes);
    }

    Facts filled(long count) {
        return new Facts(
                source, symbol, synthetic, timeframe, filled + count, duplicates, outOfOrder, badPrices, notes);
    }

    Facts generated() {
        return new Facts(source, symbol, true, timeframe, filled, duplicates, outOfOrder, badPrices, notes);
    }

    Facts note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Facts(source, symbol, synthetic, timeframe, filled, duplicates, outOfOrder, badPrices, more);
    }
}
