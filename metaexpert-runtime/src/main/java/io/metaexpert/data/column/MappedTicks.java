package io.metaexpert.data.column;

import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import java.nio.ByteBuffer;

/** Ticks read straight from a mapped file: columns time, kind, bid, bid size, ask, ask size, last, last size. */
public final class MappedTicks implements Ticks {
    public static final int COLUMNS = 8;

    private final int size;
    private final ByteBuffer timeMs;
    private final ByteBuffer kind;
    private final ByteBuffer bid;
    private final ByteBuffer bidSize;
    private final ByteBuffer ask;
    private final ByteBuffer askSize;
    private final ByteBuffer last;
    private final ByteBuffer lastSize;

    public MappedTicks(ColumnFile file) {
        size = file.rows();
        timeMs = file.column(0);
        kind = file.column(1);
        bid = file.column(2);
        bidSize = file.column(3);
        ask = file.column(4);
        askSize = file.column(5);
        last = file.column(6);
        lastSize = file.column(7);
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
    public TickKind kind(int i) {
        return TickKind.of(kind.getLong(i << 3));
    }

    @Override
    public double bid(int i) {
        return bid.getDouble(i << 3);
    }

    @Override
    public double bidSize(int i) {
        return bidSize.getDouble(i << 3);
    }

    @Override
    public double ask(int i) {
        return ask.getDouble(i << 3);
    }

    @Override
    public double askSize(int i) {
        return askSize.getDouble(i << 3);
    }

    @Override
    public double last(int i) {
        return last.getDouble(i << 3);
    }

    @Override
    public double lastSize(int i) {
        return lastSize.getDouble(i << 3);
    }
}
