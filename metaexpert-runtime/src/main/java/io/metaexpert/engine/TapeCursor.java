package io.metaexpert.engine;

import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.BookChange;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.market.book.DepthUpdates;

/** How far a tape has been read, and the book at that place. Engine thread only. */
final class TapeCursor {
    final Ticks ticks;
    private final DepthUpdates depth;
    private final DepthBook book;
    private final int tickCount;
    private final int depthCount;
    private int tick;
    private int update;
    private boolean depthIsNext;
    private long nextMs;

    TapeCursor(TapeFeed feed) {
        this.ticks = feed.tape().ticks();
        this.depth = feed.tape().depth();
        this.book = new DepthBook(feed.tape().rule());
        this.tickCount = ticks.size();
        this.depthCount = feed.withDepth() ? depth.size() : 0;
        look();
        skipUntil(feed.fromMs());
    }

    /** What is before the start is not shown, but it is in the book. */
    private void skipUntil(long fromMs) {
        while (nextMs < fromMs) {
            if (depthIsNext) {
                readDepth();
            } else {
                readTick();
            }
        }
    }

    /** When the next event is; {@link Market#NONE} when there is none. */
    long nextMs() {
        return nextMs;
    }

    boolean depthIsNext() {
        return depthIsNext;
    }

    /** Reads the next tick and answers its row. */
    int readTick() {
        int row = tick++;
        look();
        return row;
    }

    /** Reads the next depth update into the book; answers whether that was changed by it. */
    boolean readDepth() {
        boolean wasValid = book.isValid();
        BookChange change = book.apply(depth, update++);
        look();
        return change == BookChange.APPLIED || wasValid != book.isValid();
    }

    DepthBook book() {
        return book;
    }

    /** Both kinds are in the order of receipt; their times are taken as they are, and the clock never runs back. */
    private void look() {
        depthIsNext = update < depthCount && depth.ticksBefore(update) <= tick;
        nextMs = depthIsNext ? depth.timeMs(update) : tick < tickCount ? ticks.timeMs(tick) : Market.NONE;
    }
}
