package io.metaexpert.market;

import java.time.Instant;
import java.util.List;

/**
 * What was found when bars were read, for the report. Counts are of bars.
 *
 * @param source file or data set name, as the user gave it
 * @param contentHash XXH64 of the bars' content with the seeds 0 and 1, hexadecimal
 * @param synthetic whether the data were generated rather than recorded
 * @param missing periods without a bar between the first and the last one
 * @param longestGap the most periods missing in a row
 * @param filled missing periods that were filled with flat bars of volume 0
 * @param notes what a reader of the report must know, one sentence each
 */
public record DataQuality(
        String source,
        String contentHash,
        boolean synthetic,
        Timeframe timeframe,
        long bars,
        Instant from,
        Instant to,
        long missing,
        long gaps,
        long longestGap,
        long filled,
        long duplicates,
        long outOfOrder,
        long ohlcViolations,
        long badPrices,
        List<String> notes) {
    public DataQuality {
        notes = List.copyOf(notes);
    }
}
