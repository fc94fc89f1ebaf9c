package io.metaexpert.market.book;

import java.util.Arrays;

/**
 * The levels of one side, sorted, the best one last. They are in chunks of arrays: a side has thousands of levels and most changes are some
 * hundreds behind the best, so that in one array an insertion would move them all. Prices of asks are kept negated, so that both sides
 * sort alike. No chunk in use is empty.
 */
final class BookSide {
    private static final int CHUNK = 64;

    private final int sign;
    private double[][] keys = {new double[CHUNK]};
    private double[][] sizes = {new double[CHUNK]};
    private int[] counts = new int[1];
    /** The lowest key of each chunk. */
    private double[] lowest = new double[1];

    private int chunks;
    /** The chunk that was found last. */
    private int recent;

    private int count;

    /** @param sign 1 for bids, -1 for asks */
    BookSide(int sign) {
        this.sign = sign;
    }

    void clear() {
        chunks = 0;
        count = 0;
    }

    int count() {
        return count;
    }

    /** Price of the level that is {@code rank} levels behind the best one; NaN when there is none. */
    double price(int rank) {
        return sign * at(keys, rank);
    }

    /** Size of the level that is {@code rank} levels behind the best one; NaN when there is none. */
    double size(int rank) {
        return at(sizes, rank);
    }

    private double at(double[][] values, int rank) {
        int behind = rank;
        for (int chunk = chunks - 1; chunk >= 0; chunk--) {
            if (behind < counts[chunk]) {
                return values[chunk][counts[chunk] - 1 - behind];
            }
            behind -= counts[chunk];
        }
        return Double.NaN;
    }

    /** Size at a price; 0 when there is no such level. */
    double sizeAt(double price) {
        double key = sign * price;
        int chunk = chunkOf(key);
        int index = chunk < 0 ? -1 : find(chunk, key);
        return index >= 0 ? sizes[chunk][index] : 0;
    }

    /** Sets levels from a snapshot, which come best first: from the last one, each is put at the end. */
    void load(DepthUpdates updates, int from, int to) {
        clear();
        for (int level = to - 1; level >= from; level--) {
            set(updates.price(level), updates.size(level));
        }
    }

    /** Sets the size at a price, where 0 removes the level. */
    void set(double price, double size) {
        double key = sign * price;
        int chunk = chunkOf(key);
        int index = chunk < 0 ? -1 : find(chunk, key);
        if (index >= 0) {
            if (size == 0) {
                remove(chunk, index);
            } else {
                sizes[chunk][index] = size;
            }
        } else if (size != 0) {
            insert(Math.max(0, chunk), -index - 1, key, size);
        }
    }

    /** The last chunk whose lowest key is not above {@code key}; -1 when all are. The levels of an update are often neighbours. */
    private int chunkOf(double key) {
        int chunk = recent;
        if (chunk < chunks && lowest[chunk] <= key && (chunk + 1 == chunks || key < lowest[chunk + 1])) {
            return chunk;
        }
        chunk = search(lowest, chunks, key);
        recent = Math.max(0, chunk);
        return chunk;
    }

    /** The index of a key in a chunk, or of where it belongs as {@code -index - 1}. */
    private int find(int chunk, double key) {
        int index = search(keys[chunk], counts[chunk], key);
        return index >= 0 && keys[chunk][index] == key ? index : -index - 2;
    }

    /** Index of the last value not above {@code key}; -1 when all are. Halves without a branch that depends on the values. */
    private static int search(double[] values, int length, double key) {
        int base = -1;
        for (int left = length; left > 0; ) {
            int half = (left + 1) >>> 1;
            base = values[base + half] <= key ? base + half : base;
            left -= half;
        }
        return base;
    }

    private void insert(int into, int at, double key, double size) {
        int chunk = into;
        int index = at;
        if (chunks == 0) {
            open(0);
        } else if (counts[chunk] == CHUNK) {
            split(chunk);
            if (index > CHUNK / 2) {
                chunk++;
                index -= CHUNK / 2;
            }
        }
        System.arraycopy(keys[chunk], index, keys[chunk], index + 1, counts[chunk] - index);
        System.arraycopy(sizes[chunk], index, sizes[chunk], index + 1, counts[chunk] - index);
        keys[chunk][index] = key;
        sizes[chunk][index] = size;
        counts[chunk]++;
        lowest[chunk] = keys[chunk][0];
        count++;
    }

    private void split(int chunk) {
        open(chunk + 1);
        int half = CHUNK / 2;
        System.arraycopy(keys[chunk], half, keys[chunk + 1], 0, CHUNK - half);
        System.arraycopy(sizes[chunk], half, sizes[chunk + 1], 0, CHUNK - half);
        counts[chunk] = half;
        counts[chunk + 1] = CHUNK - half;
        lowest[chunk + 1] = keys[chunk + 1][0];
    }

    /** Makes room for a chunk, with arrays that were used before where there are some. */
    private void open(int chunk) {
        if (chunks == keys.length) {
            grow();
        }
        double[] freeKeys = keys[chunks];
        double[] freeSizes = sizes[chunks];
        System.arraycopy(keys, chunk, keys, chunk + 1, chunks - chunk);
        System.arraycopy(sizes, chunk, sizes, chunk + 1, chunks - chunk);
        System.arraycopy(counts, chunk, counts, chunk + 1, chunks - chunk);
        System.arraycopy(lowest, chunk, lowest, chunk + 1, chunks - chunk);
        keys[chunk] = freeKeys;
        sizes[chunk] = freeSizes;
        counts[chunk] = 0;
        chunks++;
    }

    private void grow() {
        int capacity = chunks * 2;
        keys = Arrays.copyOf(keys, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        for (int i = chunks; i < capacity; i++) {
            keys[i] = new double[CHUNK];
            sizes[i] = new double[CHUNK];
        }
        counts = Arrays.copyOf(counts, capacity);
        lowest = Arrays.copyOf(lowest, capacity);
    }

    private void remove(int chunk, int index) {
        count--;
        counts[chunk]--;
        if (counts[chunk] == 0) {
            close(chunk);
            return;
        }
        System.arraycopy(keys[chunk], index + 1, keys[chunk], index, counts[chunk] - index);
        System.arraycopy(sizes[chunk], index + 1, sizes[chunk], index, counts[chunk] - index);
        lowest[chunk] = keys[chunk][0];
    }

    /** Takes an empty chunk out, and keeps its arrays behind the last one. */
    private void close(int chunk) {
        double[] freeKeys = keys[chunk];
        double[] freeSizes = sizes[chunk];
        chunks--;
        System.arraycopy(keys, chunk + 1, keys, chunk, chunks - chunk);
        System.arraycopy(sizes, chunk + 1, sizes, chunk, chunks - chunk);
        System.arraycopy(counts, chunk + 1, counts, chunk, chunks - chunk);
        System.arraycopy(lowest, chunk + 1, lowest, chunk, chunks - chunk);
        keys[chunks] = freeKeys;
        sizes[chunks] = freeSizes;
    }
}
