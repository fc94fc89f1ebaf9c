package io.metaexpert.market.book;

import java.util.Arrays;

/** Depth updates in growing arrays: for adapters, for tests, and for what waits. Can be emptied and filled again. Not thread-safe. */
public final class DepthArray implements DepthUpdates {
    /** Columns of whole numbers: time, first id, last id, previous id, ticks before, first level, first ask, snapshot. */
    private static final int NUMBERS = 8;

    private final long[][] numbers = new long[NUMBERS][16];
    private double[] price = new double[64];
    private double[] levelSize = new double[64];
    private int size;
    private int levels;

    /** Begins an update of changes; its bids and asks follow. */
    public void diff(long timeMs, long firstId, long lastId, long previousId, int ticksBefore) {
        begin(timeMs, firstId, lastId, previousId, ticksBefore, false);
    }

    /** Begins a snapshot; its bids and asks follow. */
    public void snapshot(long timeMs, long lastId, int ticksBefore) {
        begin(timeMs, lastId, lastId, NO_ID, ticksBefore, true);
    }

    private void begin(long timeMs, long firstId, long lastId, long previousId, int ticksBefore, boolean snapshot) {
        if (size == numbers[0].length) {
            int capacity = size + (size >> 1);
            Arrays.setAll(numbers, column -> Arrays.copyOf(numbers[column], capacity));
        }
        numbers[0][size] = timeMs;
        numbers[1][size] = firstId;
        numbers[2][size] = lastId;
        numbers[3][size] = previousId;
        numbers[4][size] = ticksBefore;
        numbers[5][size] = levels;
        numbers[6][size] = levels;
        numbers[7][size] = snapshot ? 1 : 0;
        size++;
    }

    /**
     * Adds a bid to the update that was begun last.
     *
     * @throws IllegalStateException when it has asks already
     */
    public void bid(double bidPrice, double bidSize) {
        if (numbers[6][size - 1] != levels) {
            throw new IllegalStateException("bids come before asks");
        }
        level(bidPrice, bidSize);
        numbers[6][size - 1] = levels;
    }

    /** Adds an ask to the update that was begun last. */
    public void ask(double askPrice, double askSize) {
        level(askPrice, askSize);
    }

    private void level(double levelPrice, double quantity) {
        if (levels == price.length) {
            int capacity = levels + (levels >> 1);
            price = Arrays.copyOf(price, capacity);
            levelSize = Arrays.copyOf(levelSize, capacity);
        }
        price[levels] = levelPrice;
        levelSize[levels] = quantity;
        levels++;
    }

    /** Appends a copy of an update. */
    public void add(DepthUpdates updates, int i) {
        begin(
                updates.timeMs(i),
                updates.firstId(i),
                updates.lastId(i),
                updates.previousId(i),
                updates.ticksBefore(i),
                updates.isSnapshot(i));
        for (int level = updates.firstLevel(i); level < updates.firstAsk(i); level++) {
            bid(updates.price(level), updates.size(level));
        }
        for (int level = updates.firstAsk(i); level < updates.endLevel(i); level++) {
            ask(updates.price(level), updates.size(level));
        }
    }

    /** Removes all updates; the memory stays for the next ones. */
    public void clear() {
        size = 0;
        levels = 0;
    }

    /** Levels of all updates together. */
    public int levels() {
        return levels;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long timeMs(int i) {
        return numbers[0][i];
    }

    @Override
    public boolean isSnapshot(int i) {
        return numbers[7][i] != 0;
    }

    @Override
    public long firstId(int i) {
        return numbers[1][i];
    }

    @Override
    public long lastId(int i) {
        return numbers[2][i];
    }

    @Override
    public long previousId(int i) {
        return numbers[3][i];
    }

    @Override
    public int ticksBefore(int i) {
        return (int) numbers[4][i];
    }

    @Override
    public int firstLevel(int i) {
        return (int) numbers[5][i];
    }

    @Override
    public int firstAsk(int i) {
        return (int) numbers[6][i];
    }

    @Override
    public int endLevel(int i) {
        return i + 1 < size ? (int) numbers[5][i + 1] : levels;
    }

    @Override
    public double price(int level) {
        return price[level];
    }

    @Override
    public double size(int level) {
        return levelSize[level];
    }
}
