package io.metaexpert.market.book;

/**
 * Columns of depth updates of one instrument in the order in which they were received, and their levels in columns of their own: the bids of
 * update {@code i} are levels {@code firstLevel(i)} to {@code firstAsk(i) - 1}, its asks {@code firstAsk(i)} to {@code endLevel(i) - 1}. A
 * size is the whole quantity at that price from now on; 0 removes the level. Implementations are safe to read from several threads as long as
 * nobody appends.
 */
public interface DepthUpdates {
    /** In place of an id that the exchange does not send. */
    long NO_ID = -1;

    int size();

    /** When it could be known, epoch milliseconds UTC; never falls. */
    long timeMs(int i);

    /** Whether the levels are all there is, instead of what has changed. */
    boolean isSnapshot(int i);

    /** Id of the first change in the update; of a snapshot, the same as {@link #lastId}. */
    long firstId(int i);

    /** Id of the last change in the update, or of the last one that a snapshot holds. */
    long lastId(int i);

    /** Id of the last change in the update before; {@link #NO_ID} where the exchange does not send it. */
    long previousId(int i);

    /** How many rows of the instrument's ticks were received before this update. */
    int ticksBefore(int i);

    /** First level of the update, which is its first bid. */
    int firstLevel(int i);

    /** First ask of the update. */
    int firstAsk(int i);

    /** After the last level of the update. */
    int endLevel(int i);

    double price(int level);

    /** Quantity at that price, in base currency. */
    double size(int level);
}
