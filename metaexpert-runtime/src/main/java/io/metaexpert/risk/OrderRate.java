package io.metaexpert.risk;

/** Counts orders in the last minute. Not thread-safe. */
public final class OrderRate {
    private static final long MINUTE_MS = 60_000;

    private final long[] times;
    private int next;
    private long sent;

    /** @param most how many a minute are allowed */
    public OrderRate(int most) {
        this.times = new long[most];
    }

    /** Counts one more; answers whether it is within what is allowed in any 60 seconds. */
    public boolean add(long nowMs) {
        boolean full = sent >= times.length && nowMs - times[next] < MINUTE_MS;
        if (full) {
            return false;
        }
        times[next] = nowMs;
        next = (next + 1) % times.length;
        sent++;
        return true;
    }

    /** How many a minute are allowed. */
    public int most() {
        return times.length;
    }
}
