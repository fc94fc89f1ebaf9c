package io.metaexpert.data.tape;

/** What is counted while a recording is read; see {@link io.metaexpert.market.TapeQuality}. */
final class TapeCounts {
    long trades;
    long quotes;
    long missingTrades;
    long crossedQuotes;
    long late;
    long longestLateMs;
    long outOfOrder;
    long leftOut;
}
