package io.metaexpert.data;

import io.metaexpert.market.Timeframe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to import, and how.
 *
 * @param files read one after the other as one dataset
 * @param name of the dataset; from the first file's name when absent
 * @param symbol such as {@code BTC/USDT}; from the first file's name when absent
 * @param timeframe of the bars, or of those to build from trades; told from the bars when absent, 1m from trades
 * @param repair whether to sort rows and drop identical duplicates
 * @param force whether to replace a dataset of that name
 */
public record ImportRequest(
        List<Path> files,
        Optional<String> name,
        Optional<String> symbol,
        Optional<Timeframe> timeframe,
        GapPolicy gaps,
        boolean repair,
        boolean force) {
    public ImportRequest {
        files = List.copyOf(files);
    }
}
