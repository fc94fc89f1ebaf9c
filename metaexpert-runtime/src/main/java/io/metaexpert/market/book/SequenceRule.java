package io.metaexpert.market.book;

/**
 * How an exchange numbers its depth updates, and what follows one without a gap.
 *
 * <p>Sources: <a href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md">Binance spot</a> and <a
 * href="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/How-to-manage-a-local-order-book-correctly">Binance
 * USDT-M futures</a>, both under "How to manage a local order book correctly". U is {@link DepthUpdates#firstId}, u {@link
 * DepthUpdates#lastId}, pu {@link DepthUpdates#previousId}, L the id of the book.
 */
public enum SequenceRule {
    /**
     * Binance spot: each update says from where to where it reaches. One with u &lt;= L is old; the next one has U &lt;= L + 1 &lt;= u, which
     * is also how the first one after a snapshot is found.
     */
    RANGES {
        @Override
        boolean isOld(long bookId, boolean linked, DepthUpdates updates, int i) {
            return updates.lastId(i) <= bookId;
        }

        @Override
        boolean follows(long bookId, boolean linked, DepthUpdates updates, int i) {
            return updates.firstId(i) <= bookId + 1 && updates.lastId(i) > bookId;
        }
    },
    /**
     * Binance futures: each update names the one before, and numbers may be left out in between. The first one after a snapshot has U &lt;= L
     * &lt;= u, and u &lt; L is old; from then on pu = L. That the first one names the snapshot itself, pu = L, is accepted too, as
     * nothing can be between them.
     */
    CHAINED {
        @Override
        boolean isOld(long bookId, boolean linked, DepthUpdates updates, int i) {
            return linked ? updates.lastId(i) <= bookId : updates.lastId(i) < bookId;
        }

        @Override
        boolean follows(long bookId, boolean linked, DepthUpdates updates, int i) {
            boolean holdsSnapshot = !linked && updates.firstId(i) <= bookId && updates.lastId(i) >= bookId;
            return holdsSnapshot || updates.previousId(i) == bookId;
        }
    };

    /**
     * Whether the book holds all of an update already.
     *
     * @param linked whether the book had an update since its snapshot
     */
    abstract boolean isOld(long bookId, boolean linked, DepthUpdates updates, int i);

    /** Whether nothing is missing between the book and an update that is not old. */
    abstract boolean follows(long bookId, boolean linked, DepthUpdates updates, int i);
}
