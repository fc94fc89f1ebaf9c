package io.metaexpert.market.book;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.OrderBook;
import java.util.ArrayList;
import java.util.List;

/**
 * A book built from snapshots and updates. It is valid from a snapshot on, as long as each update follows the one before; when one is missing
 * it becomes empty and invalid, until a snapshot comes that connects to what came since. Nothing is allocated per update once the arrays have
 * grown. Levels that a snapshot did not reach are known only after they changed. Not thread-safe.
 */
public final class DepthBook {
    /** Whether the book can be used. */
    public enum State {
        /** There was no snapshot yet. */
        EMPTY,
        /** All that was sent is in the book. */
        VALID,
        /** Something is missing or wrong; the book has no levels. */
        INVALID
    }

    /** What may wait for a snapshot: some minutes of a busy market. What came before is given up, and a snapshot is newer than it anyway. */
    private static final int MAX_WAITING_LEVELS = 1 << 20;

    private final SequenceRule rule;
    private final BookSide bids = new BookSide(1);
    private final BookSide asks = new BookSide(-1);
    private final DepthArray waiting = new DepthArray();
    private State state = State.EMPTY;
    private boolean linked;
    private long lastId = DepthUpdates.NO_ID;
    private long timeMs;

    public DepthBook(SequenceRule rule) {
        this.rule = rule;
    }

    /** Takes an update or a snapshot, and tells what became of it. */
    public BookChange apply(DepthUpdates updates, int i) {
        boolean snapshot = updates.isSnapshot(i);
        if (!isWellFormed(updates, i, snapshot)) {
            invalidate();
            return BookChange.MALFORMED;
        }
        if (snapshot) {
            return applySnapshot(updates, i);
        }
        if (state != State.VALID) {
            await(updates, i);
            return BookChange.WAITING;
        }
        BookChange change = applyDiff(updates, i);
        if (change == BookChange.GAP) {
            await(updates, i);
        }
        return change;
    }

    private static boolean isWellFormed(DepthUpdates updates, int i, boolean snapshot) {
        for (int level = updates.firstLevel(i); level < updates.endLevel(i); level++) {
            double price = updates.price(level);
            double size = updates.size(level);
            boolean good = price > 0 && price <= Double.MAX_VALUE && size >= 0 && size <= Double.MAX_VALUE;
            if (!good || (snapshot && size == 0)) {
                return false;
            }
        }
        return true;
    }

    private BookChange applySnapshot(DepthUpdates updates, int i) {
        if (state == State.VALID && updates.lastId(i) < lastId) {
            return BookChange.OLD;
        }
        bids.load(updates, updates.firstLevel(i), updates.firstAsk(i));
        asks.load(updates, updates.firstAsk(i), updates.endLevel(i));
        if (isCrossed()) {
            invalidate();
            return BookChange.CROSSED;
        }
        state = State.VALID;
        linked = false;
        lastId = updates.lastId(i);
        timeMs = updates.timeMs(i);
        return applyWaiting();
    }

    /** Puts what waited on top of the snapshot. When that fails it goes on waiting, as a newer snapshot may connect to it. */
    private BookChange applyWaiting() {
        for (int i = 0; i < waiting.size(); i++) {
            boolean first = !linked;
            BookChange change = applyDiff(waiting, i);
            if (change == BookChange.GAP) {
                return first ? BookChange.TOO_OLD : BookChange.GAP;
            }
            if (change == BookChange.CROSSED) {
                return change;
            }
        }
        waiting.clear();
        return BookChange.APPLIED;
    }

    private BookChange applyDiff(DepthUpdates updates, int i) {
        if (rule.isOld(lastId, linked, updates, i)) {
            return BookChange.OLD;
        }
        if (!rule.follows(lastId, linked, updates, i)) {
            invalidate();
            return BookChange.GAP;
        }
        setLevels(updates, i);
        lastId = updates.lastId(i);
        timeMs = updates.timeMs(i);
        linked = true;
        if (isCrossed()) {
            invalidate();
            return BookChange.CROSSED;
        }
        return BookChange.APPLIED;
    }

    private void setLevels(DepthUpdates updates, int i) {
        int firstAsk = updates.firstAsk(i);
        int end = updates.endLevel(i);
        for (int level = updates.firstLevel(i); level < firstAsk; level++) {
            bids.set(updates.price(level), updates.size(level));
        }
        for (int level = firstAsk; level < end; level++) {
            asks.set(updates.price(level), updates.size(level));
        }
    }

    private void await(DepthUpdates updates, int i) {
        if (waiting.levels() > MAX_WAITING_LEVELS) {
            waiting.clear();
        }
        waiting.add(updates, i);
    }

    private boolean isCrossed() {
        return bids.price(0) >= asks.price(0);
    }

    private void invalidate() {
        if (state == State.VALID) {
            state = State.INVALID;
        }
        bids.clear();
        asks.clear();
    }

    /** Forgets everything, as after a lost connection: the next snapshot may have any id. */
    public void reset() {
        state = State.EMPTY;
        lastId = DepthUpdates.NO_ID;
        bids.clear();
        asks.clear();
        waiting.clear();
    }

    public State state() {
        return state;
    }

    public boolean isValid() {
        return state == State.VALID;
    }

    /** Id of the last change in the book; {@link DepthUpdates#NO_ID} before the first snapshot. */
    public long lastId() {
        return lastId;
    }

    /** Time of the last update in the book, epoch milliseconds UTC. */
    public long timeMs() {
        return timeMs;
    }

    /** Levels of bids; 0 unless valid. */
    public int bids() {
        return bids.count();
    }

    /** Levels of asks; 0 unless valid. */
    public int asks() {
        return asks.count();
    }

    /** Price of the bid {@code rank} levels behind the best one, which has rank 0; NaN when there is none. */
    public double bid(int rank) {
        return bids.price(rank);
    }

    /** Size of the bid of that rank; NaN when there is none. */
    public double bidSize(int rank) {
        return bids.size(rank);
    }

    /** Price of the ask {@code rank} levels behind the best one, which has rank 0; NaN when there is none. */
    public double ask(int rank) {
        return asks.price(rank);
    }

    /** Size of the ask of that rank; NaN when there is none. */
    public double askSize(int rank) {
        return asks.size(rank);
    }

    /** Quantity of bids at a price; 0 when there is none. */
    public double bidSizeAt(double price) {
        return bids.sizeAt(price);
    }

    /** Quantity of asks at a price; 0 when there is none. */
    public double askSizeAt(double price) {
        return asks.sizeAt(price);
    }

    /**
     * The best levels as a value, for handlers.
     *
     * @param depth levels at most on each side
     */
    public OrderBook view(InstrumentId instrument, int depth) {
        return new OrderBook(instrument, timeMs, levels(bids, depth), levels(asks, depth));
    }

    private static List<OrderBook.Level> levels(BookSide side, int depth) {
        int count = Math.min(depth, side.count());
        List<OrderBook.Level> levels = new ArrayList<>(count);
        for (int rank = 0; rank < count; rank++) {
            levels.add(new OrderBook.Level(side.price(rank), side.size(rank)));
        }
        return levels;
    }
}
