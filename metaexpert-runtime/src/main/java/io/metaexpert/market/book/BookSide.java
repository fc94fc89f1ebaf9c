package io.metaexpert.market.book;

import java.util.Arrays;

/**
 * The levels of one side in two arrays, the best level last, as most changes are near it. Prices of asks are kept negated, so that both sides
 * sort alike.
 */
final class BookSide {
    private final int sign;
    private double[] keys = new double[256];
    private double[] sizes = new double[256];
    private int count;

    /** @param sign 1 for bids, -1 for asks */
    BookSide(int sign) {
        this.sign = sign;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Price of the level that is {@code rank} levels behind the best one; NaN when there is none. */
    double price(int rank) {
        return rank < count ? sign * keys[count - 1 - rank] : Double.NaN;
    }

    /** Size of the level that is {@code rank} levels behind the best one; NaN when there is none. */
    double size(int rank) {
        return rank < count ? sizes[count - 1 - rank] : Double.NaN;
    }

    /** Size at a price; 0 when there is no such level. */
    double sizeAt(double price) {
        int index = find(sign * price);
        return index >= 0 ? sizes[index] : 0;
    }

    /** Sets levels from a snapshot, which come best first: from the last one, each is put at the end. */
    void load(DepthUpdates updates, int from, int to) {
        count = 0;
        for (int level = to - 1; level >= from; level--) {
            set(updates.price(level), updates.size(level));
        }
    }

    /** Sets the size at a price, where 0 removes the level. */
    void set(double price, double size) {
        double key = sign * price;
        int index = find(key);
        if (size == 0) {
            if (index >= 0) {
                remove(index);
            }
        } else if (index >= 0) {
            sizes[index] = size;
        } else {
            insert(-index - 1, key, size);
        }
    }

    /** The index of a key, or of where it belongs as {@code -index - 1}. */
    private int find(double key) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            double found = keys[middle];
            if (found < key) {
                low = middle + 1;
            } else if (found > key) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    private void insert(int index, double key, double size) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        System.arraycopy(keys, index, keys, index + 1, count - index);
        System.arraycopy(sizes, index, sizes, index + 1, count - index);
        keys[index] = key;
        sizes[index] = size;
        count++;
    }

    private void remove(int index) {
        count--;
        System.arraycopy(keys, index + 1, keys, index, count - index);
        System.arraycopy(sizes, index + 1, sizes, index, count - index);
    }
}
