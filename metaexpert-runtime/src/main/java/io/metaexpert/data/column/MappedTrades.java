package io.metaexpert.data.column;

import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import java.nio.ByteBuffer;

/** Trades read straight from a mapped file as ticks without bid and ask: columns time, price, quantity, side. */
public final class MappedTrades implements Ticks {
    public static final int COLUMNS = 4;

    private final int size;
    private final ByteBuffer timeMs;
    private final ByteBuffer price;
    private final ByteBuffer quantity;
    private final ByteBuffer side;

    public MappedTrades(ColumnFile file) {
        size = file.rows();
        timeMs = file.column(0);
        price = file.column(1);
        quantity = file.column(2);
        side = file.column(3);
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
        return TickKind.trade(side.getLong(i << 3));
    }

    @Override
    public double bid(int i) {
        return Double.NaN;
    }

    @Override
    public double bidSize(int i) {
        return Double.NaN;
    }

    @Override
    public double ask(int i) {
        return Double.NaN;
    }

    @Override
    public double askSize(int i) {
        return Double.NaN;
    }

    @Override
    public double last(int i) {
        return price.getDouble(i << 3);
    }

    @Override
    public double lastSize(int i) {
        return quantity.getDouble(i << 3);
    }
}
