package io.metaexpert.data.tape;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.column.MappedDepth;
import io.metaexpert.data.column.MappedTicks;
import io.metaexpert.data.read.RowPlace;
import io.metaexpert.data.read.RowSink;
import io.metaexpert.data.read.TapeSink;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.book.DepthUpdates;
import io.metaexpert.market.book.SequenceRule;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes rows of a recording's messages, in the order in which they were received: nothing may be known before it was. The time of a row is the
 * venue's own, but never before that of an earlier row, as streams overtake each other; a message without a time has that of the row before.
 * Trades are also given on, for bars.
 */
public final class TapeCollector implements TapeSink, Closeable {
    private final RowSink trades;
    final ColumnSpool ticks;
    final ColumnSpool depth;
    final ColumnSpool levels;
    final TapeCounts counts = new TapeCounts();
    /** Bid, bid size, ask, ask size, last, last size. */
    private final double[] state = new double[6];

    private String symbol = "";
    private Optional<SequenceRule> rule = Optional.empty();
    private long receivedNs;
    private long lastReceivedNs;
    private long clockMs = NONE;
    private long lastTradeId = NONE;

    /**
     * @param trades receives the trades, and refuses what is none
     * @param directory where temporary files go
     */
    public TapeCollector(RowSink trades, Path directory) {
        this.trades = trades;
        ticks = new ColumnSpool(MappedTicks.COLUMNS, directory);
        depth = new ColumnSpool(MappedDepth.COLUMNS, directory);
        levels = new ColumnSpool(MappedDepth.LEVEL_COLUMNS, directory);
        Arrays.fill(state, Double.NaN);
    }

    @Override
    public void received(RowPlace at, long receiptNs, String name) {
        receivedNs = receiptNs;
        if (receiptNs < lastReceivedNs) {
            counts.outOfOrder++;
        } else {
            lastReceivedNs = receiptNs;
        }
        if (symbol.isEmpty()) {
            symbol = name;
        } else if (!name.isEmpty() && !name.equals(symbol)) {
            throw at.mistake(
                    "a message of %s in a recording of %s".formatted(name, symbol),
                    "A dataset holds one symbol; record each one into a file of its own.");
        }
    }

    @Override
    public void trade(RowPlace at, long id, long timeMs, double price, double amount, long side) throws IOException {
        trades.trade(at, timeMs, price, amount, side);
        if (!(price > 0 && price <= Double.MAX_VALUE && amount >= 0 && amount <= Double.MAX_VALUE)) {
            return;
        }
        if (id != NONE && lastTradeId != NONE && id > lastTradeId) {
            counts.missingTrades += id - lastTradeId - 1;
        }
        lastTradeId = id;
        counts.trades++;
        state[4] = price;
        state[5] = amount;
        tick(at, clock(timeMs), TickKind.trade(side));
    }

    @Override
    public void quote(RowPlace at, long timeMs, double bid, double bidSize, double ask, double askSize)
            throws IOException {
        counts.quotes++;
        if (bid >= ask) {
            counts.crossedQuotes++;
        }
        state[0] = bid;
        state[1] = bidSize;
        state[2] = ask;
        state[3] = askSize;
        tick(at, clock(timeMs), TickKind.QUOTE);
    }

    private void tick(RowPlace at, long timeMs, TickKind kind) throws IOException {
        checkRoom(at, ticks.rows() + 1);
        ticks.set(0, timeMs);
        ticks.set(1, kind.code());
        for (int i = 0; i < state.length; i++) {
            ticks.set(2 + i, state[i]);
        }
        ticks.endRow();
    }

    @Override
    public void depth(RowPlace at, long timeMs, DepthUpdates update) throws IOException {
        boolean snapshot = update.isSnapshot(0);
        if (!snapshot) {
            checkRule(at, update.previousId(0) == DepthUpdates.NO_ID ? SequenceRule.RANGES : SequenceRule.CHAINED);
        }
        checkRoom(at, levels.rows() + update.endLevel(0));
        depth.set(0, clock(timeMs));
        depth.set(1, update.firstId(0));
        depth.set(2, update.lastId(0));
        depth.set(3, update.previousId(0));
        depth.set(4, ticks.rows());
        depth.set(5, levels.rows());
        depth.set(6, levels.rows() + update.firstAsk(0));
        depth.set(7, snapshot ? 1L : 0L);
        depth.endRow();
        for (int level = 0; level < update.endLevel(0); level++) {
            levels.set(0, update.price(level));
            levels.set(1, update.size(level));
            levels.endRow();
        }
    }

    private void checkRule(RowPlace at, SequenceRule found) {
        if (rule.isPresent() && rule.get() != found) {
            throw at.mistake("depth of spot and of futures in one recording", "Import them one by one.");
        }
        rule = Optional.of(found);
    }

    private static void checkRoom(RowPlace at, long rows) {
        if (rows > ColumnFile.MAX_ROWS) {
            throw at.mistake(
                    "the recording has more than %,d ticks or levels".formatted(ColumnFile.MAX_ROWS),
                    "Import its files as several datasets.");
        }
    }

    @Override
    public void leftOut() {
        counts.leftOut++;
    }

    private long clock(long timeMs) {
        if (timeMs == NONE) {
            clockMs = clockMs == NONE ? receivedNs / 1_000_000 : clockMs;
        } else if (timeMs < clockMs) {
            counts.late++;
            counts.longestLateMs = Math.max(counts.longestLateMs, clockMs - timeMs);
        } else {
            clockMs = timeMs;
        }
        return clockMs;
    }

    /** Refuses a tape whose trades are not those that the bars are built of. */
    public void checkTrades(String source, long tradesOfBars) {
        if (counts.trades == 0) {
            throw new UserException(
                    source + ": no trades in the recording, and bars are built of them",
                    "Record the trade stream as well.");
        }
        if (counts.trades != tradesOfBars) {
            throw new UserException(source + ": recordings and other files together", "Import them one by one.");
        }
    }

    /** As the exchange writes it; empty when no message said it. */
    public String symbol() {
        return symbol;
    }

    SequenceRule rule() {
        return rule.orElse(SequenceRule.RANGES);
    }

    @Override
    public void close() throws IOException {
        try (ticks;
                depth) {
            levels.close();
        }
    }
}
