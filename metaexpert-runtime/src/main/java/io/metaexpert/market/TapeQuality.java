package io.metaexpert.market;

import java.time.Instant;

/**
 * What was found when ticks and depth of one instrument were read. Nothing of it was repaired.
 *
 * @param contentHash XXH64 of the content with the seeds 0 and 1, hexadecimal
 * @param from time of the first tick
 * @param to time of the last tick
 * @param missingTrades trade ids that were left out between the first and the last one
 * @param crossedQuotes quotes with a bid at or above the ask
 * @param late messages whose own time is before that of an earlier one; their row has the time of the earlier one
 * @param longestLateMs by how much at most
 * @param outOfOrder messages received before the one in the line above
 * @param leftOut messages of kinds that are not used
 */
public record TapeQuality(
        String contentHash,
        Instant from,
        Instant to,
        long trades,
        long quotes,
        long missingTrades,
        long crossedQuotes,
        long late,
        long longestLateMs,
        long outOfOrder,
        long leftOut,
        Depth depth) {

    /**
     * What was found in the depth updates.
     *
     * @param updates updates, snapshots among them
     * @param levels levels of all updates together
     * @param gaps times that updates were missing
     * @param wrong updates that made the book cross, or that held a price or size that is none
     * @param withoutBook updates received while there was no valid book, waiting for a snapshot
     */
    public record Depth(long updates, long snapshots, long levels, long gaps, long wrong, long withoutBook) {
        /** No depth was recorded. */
        public static final Depth NONE = new Depth(0, 0, 0, 0, 0, 0);
    }

    public long ticks() {
        return trades + quotes;
    }
}
