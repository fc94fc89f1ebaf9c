package io.metaexpert.data;

import io.metaexpert.market.DataQuality;
import io.metaexpert.market.TapeQuality;
import java.util.Optional;

/**
 * Data that were imported, resampled or generated.
 *
 * @param symbol such as {@code BTC/USDT}; empty when it is not known
 * @param tape what is known of the ticks and depth beside the bars; empty when there are bars alone
 */
public record Dataset(String name, String symbol, DataQuality quality, Optional<TapeQuality> tape) {
    /** How many trades are kept beside the bars. */
    public long trades() {
        return tape.map(TapeQuality::trades).orElse(0L);
    }
}
