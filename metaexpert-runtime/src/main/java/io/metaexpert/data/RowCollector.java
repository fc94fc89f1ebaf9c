package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.column.MappedBars;
import io.metaexpert.data.column.MappedTrades;
import io.metaexpert.data.read.RowPlace;
import io.metaexpert.data.read.RowSink;
import io.metaexpert.data.read.TapeSink;
import io.metaexpert.data.tape.TapeCollector;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks rows as they come and keeps the good ones, in the order of the file. */
final class RowCollector implements RowSink, Closeable {
    private static final String REPAIR_HINT =
            "metaexpert data import --repair sorts rows and drops identical duplicates.";
    private static final String VALUE_HINT = "Correct or remove the line, or fetch the file again.";
    private static final Set<String> ABSENT = Set.of("", "nan", "null", "none", "na", "n/a", "inf", "-inf", "infinity");

    private final RowPolicy policy;
    private final Path directory;
    private final ColumnSpool bars;
    private final ColumnSpool trades;
    private Optional<TapeCollector> tape = Optional.empty();
    private long lastMs = Long.MIN_VALUE;
    private long outOfOrder;
    private long duplicates;
    private long badPrices;

    RowCollector(RowPolicy policy, Path directory) {
        this.policy = policy;
        this.directory = directory;
        bars = new ColumnSpool(MappedBars.COLUMNS, directory);
        trades = new ColumnSpool(MappedTrades.COLUMNS, directory);
    }

    @Override
    public void bar(RowPlace at, long timeMs, double open, double high, double low, double close, double volume)
            throws IOException {
        boolean good = isPrice(open) && isPrice(high) && isPrice(low) && isPrice(close) && isVolume(volume);
        if (!good && badRow(at, new double[] {open, high, low, close}, volume)) {
            return;
        }
        if (timeMs <= lastMs) {
            disorder(at, timeMs, true);
        } else {
            lastMs = timeMs;
        }
        bars.set(0, timeMs);
        bars.set(1, open);
        bars.set(2, high);
        bars.set(3, low);
        bars.set(4, close);
        bars.set(5, volume);
        bars.endRow();
    }

    @Override
    public void trade(RowPlace at, long timeMs, double price, double amount, long side) throws IOException {
        if (!(isPrice(price) && isVolume(amount)) && badRow(at, new double[] {price}, amount)) {
            return;
        }
        if (timeMs < lastMs) {
            disorder(at, timeMs, false);
        } else {
            lastMs = timeMs;
        }
        trades.set(0, timeMs);
        trades.set(1, price);
        trades.set(2, amount);
        trades.set(3, side);
        trades.endRow();
    }

    @Override
    public TapeSink tape() {
        if (tape.isEmpty()) {
            tape = Optional.of(new TapeCollector(this, directory));
        }
        return tape.get();
    }

    /** What recordings held, when there was one. */
    Optional<TapeCollector> recorded() {
        return tape;
    }

    private static boolean isPrice(double value) {
        return value > 0 && value <= Double.MAX_VALUE;
    }

    private static boolean isVolume(double value) {
        return value >= 0 && value <= Double.MAX_VALUE;
    }

    /** Whether to leave the row out; otherwise it throws. */
    private boolean badRow(RowPlace at, double[] prices, double volume) {
        for (int i = 0; i <= prices.length; i++) {
            boolean isVolume = i == prices.length;
            double value = isVolume ? volume : prices[i];
            if (isVolume ? isVolume(value) : isPrice(value)) {
                continue;
            }
            boolean absent =
                    !Double.isNaN(value) || ABSENT.contains(at.text(i + 1).toLowerCase(Locale.ROOT));
            if (policy != RowPolicy.INSPECT || !absent) {
                throw at.mistake(
                        i + 1, isVolume ? "is not a number of at least 0" : "is not a positive number", VALUE_HINT);
            }
        }
        badPrices++;
        return true;
    }

    private void disorder(RowPlace at, long timeMs, boolean isBar) {
        boolean twice = isBar && timeMs == lastMs;
        if (policy == RowPolicy.STRICT) {
            String time = Instant.ofEpochMilli(timeMs).toString();
            throw at.mistake(
                    twice
                            ? "the bar of " + time + " comes twice"
                            : "%s comes after %s: the rows are out of order"
                                    .formatted(time, Instant.ofEpochMilli(lastMs)),
                    REPAIR_HINT);
        }
        if (twice) {
            duplicates++;
        } else {
            outOfOrder++;
        }
    }

    boolean hasTrades() {
        return trades.rows() > 0;
    }

    /** The rows of the kind that came. */
    ColumnSpool rows(String file) {
        if (bars.rows() > 0 && trades.rows() > 0) {
            throw new UserException(file + ": bars and trades together", "Import them one by one.");
        }
        tape.ifPresent(recorded -> recorded.checkTrades(file, trades.rows()));
        ColumnSpool rows = hasTrades() ? trades : bars;
        if (rows.rows() == 0) {
            throw new UserException(file + ": no row is left", "");
        }
        return rows;
    }

    boolean needsSorting() {
        return outOfOrder > 0 || duplicates > 0;
    }

    RowPolicy policy() {
        return policy;
    }

    long outOfOrder() {
        return outOfOrder;
    }

    long duplicates() {
        return duplicates;
    }

    long badPrices() {
        return badPrices;
    }

    @Override
    public void close() throws IOException {
        if (tape.isPresent()) {
            tape.get().close();
        }
        bars.close();
        trades.close();
    }
}
