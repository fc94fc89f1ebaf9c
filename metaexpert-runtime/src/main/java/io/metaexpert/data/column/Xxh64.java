package io.metaexpert.data.column;

/**
 * XXH64 (Y. Collet, "xxHash fast digest algorithm", version 0.1.1) over 8-byte values as their little-endian bytes. Fast in plain
 * code, and good at telling contents apart; no protection against somebody who looks for a collision. Not thread-safe.
 */
final class Xxh64 {
    private static final long PRIME1 = 0x9E3779B185EBCA87L;
    private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME3 = 0x165667B19E3779F9L;
    private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 4;

    private final long seed;
    private final long[] pending = new long[STRIPE];
    private int waiting;
    private long count;
    private long lane1;
    private long lane2;
    private long lane3;
    private long lane4;

    Xxh64(long seed) {
        this.seed = seed;
        lane1 = seed + PRIME1 + PRIME2;
        lane2 = seed + PRIME2;
        lane3 = seed;
        lane4 = seed - PRIME1;
    }

    /** Takes the first {@code length} values. */
    void add(long[] values, int length) {
        int from = 0;
        while (waiting > 0 && from < length) {
            add(values[from++]);
        }
        int end = from + (length - from) / STRIPE * STRIPE;
        stripes(values, from, end);
        count += end - from;
        for (int i = end; i < length; i++) {
            add(values[i]);
        }
    }

    void add(long value) {
        pending[waiting++] = value;
        count++;
        if (waiting == STRIPE) {
            stripes(pending, 0, STRIPE);
            waiting = 0;
        }
    }

    private void stripes(long[] values, int from, int end) {
        long a = lane1;
        long b = lane2;
        long c = lane3;
        long d = lane4;
        for (int i = from; i < end; i += STRIPE) {
            a = round(a, values[i]);
            b = round(b, values[i + 1]);
            c = round(c, values[i + 2]);
            d = round(d, values[i + 3]);
        }
        lane1 = a;
        lane2 = b;
        lane3 = c;
        lane4 = d;
    }

    private static long round(long lane, long value) {
        return Long.rotateLeft(lane + value * PRIME2, 31) * PRIME1;
    }

    /** The hash of what was added. */
    long value() {
        long hash = count < STRIPE ? seed + PRIME5 : merged();
        hash += count * Long.BYTES;
        for (int i = 0; i < waiting; i++) {
            hash = Long.rotateLeft(hash ^ round(0, pending[i]), 27) * PRIME1 + PRIME4;
        }
        hash = (hash ^ (hash >>> 33)) * PRIME2;
        hash = (hash ^ (hash >>> 29)) * PRIME3;
        return hash ^ (hash >>> 32);
    }

    private long merged() {
        long hash = Long.rotateLeft(lane1, 1)
                + Long.rotateLeft(lane2, 7)
                + Long.rotateLeft(lane3, 12)
                + Long.rotateLeft(lane4, 18);
        hash = merge(hash, lane1);
        hash = merge(hash, lane2);
        hash = merge(hash, lane3);
        return merge(hash, lane4);
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME1 + PRIME4;
    }
}
