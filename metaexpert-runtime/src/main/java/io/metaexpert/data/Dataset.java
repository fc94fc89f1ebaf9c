package io.metaexpert.data;

import io.metaexpert.market.DataQuality;

/**
 * Data that were imported, resampled or generated.
 *
 * @param symbol such as {@code BTC/USDT}; empty when it is not known
 * @param trades how many trades are kept beside the bars
 */
public record Dataset(String name, String symbol, long trades, DataQuality quality) {}
