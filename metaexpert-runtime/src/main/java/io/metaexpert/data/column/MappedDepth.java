package io.metaexpert.data.column;

import io.metaexpert.market.book.DepthUpdates;
import java.nio.ByteBuffer;

/**
 * Depth updates read straight from two mapped files: one of updates, with columns time, first id, last id, previous id, ticks before, first
 * level, first ask, snapshot; and one of levels, with columns price and size.
 */
public final class MappedDepth implements DepthUpdates {
    public static final int COLUMNS = 8;
    public static final int LEVEL_COLUMNS = 2;

    private final int size;
    private final int levels;
    private final ByteBuffer timeMs;
    private final ByteBuffer firstId;
    private final ByteBuffer lastId;
    private final ByteBuffer previousId;
    private final ByteBuffer ticksBefore;
    private final ByteBuffer firstLevel;
    private final ByteBuffer firstAsk;
    private final ByteBuffer snapshot;
    private final ByteBuffer price;
    private final ByteBuffer levelSize;

    public MappedDepth(ColumnFile updates, ColumnFile levels) {
        size = updates.rows();
        this.levels = levels.rows();
        timeMs = updates.column(0);
        firstId = updates.column(1);
        lastId = updates.column(2);
        previousId = updates.column(3);
        ticksBefore = updates.column(4);
        firstLevel = updates.column(5);
        firstAsk = updates.column(6);
        snapshot = updates.column(7);
        price = levels.column(0);
        levelSize = levels.column(1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long timeMs(int i) {
        return timeMs.getLong(i << 3);
    }

    @Override
    public boolean isSnapshot(int i) {
        return snapshot.getLong(i << 3) != 0;
    }

    @Override
    public long firstId(int i) {
        return firstId.getLong(i << 3);
    }

    @Override
    public long lastId(int i) {
        return lastId.getLong(i << 3);
    }

    @Override
    public long previousId(int i) {
        return previousId.getLong(i << 3);
    }

    @Override
    public int ticksBefore(int i) {
        return (int) ticksBefore.getLong(i << 3);
    }

    @Override
    public int firstLevel(int i) {
        return (int) firstLevel.getLong(i << 3);
    }

    @Override
    public int firstAsk(int i) {
        return (int) firstAsk.getLong(i << 3);
    }

    @Override
    public int endLevel(int i) {
        return i + 1 < size ? firstLevel(i + 1) : levels;
    }

    @Override
    public double price(int level) {
        return price.getDouble(level << 3);
    }

    @Override
    public double size(int level) {
        return levelSize.getDouble(level << 3);
    }
}
