package io.metaexpert.market;

import java.util.Arrays;

/** Ticks in growing arrays: for tests, and for what comes row by row. Not thread-safe. */
public final class TickArray implements Ticks {
    /** Columns of numbers: bid, bid size, ask, ask size, last, last size. */
    private static final int NUMBERS = 6;

    private long[] timeMs;
    private TickKind[] kind;
    private final double[][] numbers;
    private final double[] state = new double[NUMBERS];
    private int size;

    public TickArray() {
        this(1_024);
    }

    public TickArray(int capacity) {
        timeMs = new long[capacity];
        kind = new TickKind[capacity];
        numbers = new double[NUMBERS][capacity];
        Arrays.fill(state, Double.NaN);
    }

    /**
     * Appends a change of the best bid and ask.
     *
     * @throws IllegalArgumentException when the time is before that of the last row
     */
    public void quote(long atMs, double bid, double bidSize, double ask, double askSize) {
        state[0] = bid;
        state[1] = bidSize;
        state[2] = ask;
        state[3] = askSize;
        add(atMs, TickKind.QUOTE);
    }

    /**
     * Appends a trade.
     *
     * @param aggressor 1 when the buyer took, -1 when the seller took, 0 when not known
     * @throws IllegalArgumentException when the time is before that of the last row
     */
    public void trade(long atMs, double price, double quantity, int aggressor) {
        state[4] = price;
        state[5] = quantity;
        add(atMs, TickKind.trade(aggressor));
    }

    private void add(long atMs, TickKind event) {
        if (size > 0 && atMs < timeMs[size - 1]) {
            throw new IllegalArgumentException("tick must not be before " + timeMs[size - 1] + ", was " + atMs);
        }
        if (size == timeMs.length) {
            grow();
        }
        timeMs[size] = atMs;
        kind[size] = event;
        for (int column = 0; column < NUMBERS; column++) {
            numbers[column][size] = state[column];
        }
        size++;
    }

    private void grow() {
        int capacity = Math.max(16, size + (size >> 1));
        timeMs = Arrays.copyOf(timeMs, capacity);
        kind = Arrays.copyOf(kind, capacity);
        Arrays.setAll(numbers, column -> Arrays.copyOf(numbers[column], capacity));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long timeMs(int i) {
        return timeMs[i];
    }

    @Override
    public TickKind kind(int i) {
        return kind[i];
    }

    @Override
    public double bid(int i) {
        return numbers[0][i];
    }

    @Override
    public double bidSize(int i) {
        return numbers[1][i];
    }

    @Override
    public double ask(int i) {
        return numbers[2][i];
    }

    @Override
    public double askSize(int i) {
        return numbers[3][i];
    }

    @Override
    public double last(int i) {
        return numbers[4][i];
    }

    @Override
    public double lastSize(int i) {
        return numbers[5][i];
    }
}
