package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.read.CsvScanner;
import io.metaexpert.data.read.DataFiles;
import io.metaexpert.data.read.Times;
import io.metaexpert.market.TimedValues;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Reads funding rates and mark prices: CSV, gzip or plain, with a heading. Funding: {@code funding_time_ms,rate}. Marks: a column
 * {@code open_time_ms} or {@code time_ms}, and {@code open} or {@code mark}; of bars the open is taken, the mark at that instant.
 *
 * <p>Times are cut to whole seconds: exchanges stamp a settlement some milliseconds after the hour it belongs to.
 */
public final class FundingFiles {
    /** What is paid where there is no file: 0.01 % every 8 hours, the interest part of the rate of Binance, Bybit and OKX. */
    public static final double DEFAULT_RATE = 0.0001;

    public static final long DEFAULT_INTERVAL_MS = 8 * 3_600_000L;

    /** No exchange's rate was ever near it; a value beyond is a percentage or another column. */
    private static final double MAX_RATE = 0.1;

    private FundingFiles() {}

    /**
     * Reads the funding rates of a symbol.
     *
     * @param symbol such as {@code BTC/USDT}
     * @throws UserException when the file is another symbol's, not sorted, or holds something that is no rate
     */
    public static TimedValues rates(Path file, String symbol) throws IOException {
        return read(file, symbol, List.of("funding_time_ms", "time_ms"), List.of("rate", "funding_rate"), MAX_RATE);
    }

    /** Reads the mark prices of a symbol; errors as for {@link #rates}. */
    public static TimedValues marks(Path file, String symbol) throws IOException {
        return read(file, symbol, List.of("open_time_ms", "time_ms"), List.of("open", "mark"), Double.MAX_VALUE);
    }

    /** The file of a symbol in a folder, by its name; empty when there is none. */
    public static Optional<Path> find(Path folder, String symbol) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> FileNames.symbol(file).equals(pair(symbol)))
                    .sorted()
                    .findFirst();
        }
    }

    private static String pair(String symbol) {
        return symbol.replaceFirst("[:-].*$", "");
    }

    private static TimedValues read(
            Path file, String symbol, List<String> timeNames, List<String> valueNames, double most) throws IOException {
        refuseOtherSymbol(file, symbol);
        try (InputStream in = DataFiles.open(file)) {
            CsvScanner rows = new CsvScanner(in, file.toString());
            if (!rows.next()) {
                throw new UserException(file + ": the file is empty", "Expected " + heading(timeNames, valueNames));
            }
            int time = column(rows, timeNames, timeNames, valueNames);
            int value = column(rows, valueNames, timeNames, valueNames);
            Columns columns = new Columns(rows, time, value, most);
            while (rows.next()) {
                columns.add();
            }
            return columns.values(file);
        } catch (EOFException | ZipException damaged) {
            throw new UserException(file + ": the compressed file is cut off or damaged", "Fetch the file again.");
        }
    }

    private static void refuseOtherSymbol(Path file, String symbol) {
        String named = FileNames.symbol(file);
        if (!named.isEmpty() && !named.equals(pair(symbol))) {
            throw new UserException(
                    "%s: this is a file of %s, not of %s".formatted(file, named, pair(symbol)),
                    "Give the file of %s; its name would start with %s."
                            .formatted(pair(symbol), SymbolFiles.plain(pair(symbol))));
        }
    }

    private static String heading(List<String> timeNames, List<String> valueNames) {
        return "a heading such as " + timeNames.getFirst() + "," + valueNames.getFirst() + ".";
    }

    private static int column(CsvScanner rows, List<String> names, List<String> timeNames, List<String> valueNames) {
        for (int i = 0; i < rows.fields(); i++) {
            if (names.contains(rows.text(i))) {
                return i;
            }
        }
        throw rows.mistake("no column " + String.join(" or ", names), "Expected " + heading(timeNames, valueNames));
    }

    /** The two columns while they grow. */
    private static final class Columns {
        private final CsvScanner rows;
        private final int timeField;
        private final int valueField;
        private final double most;
        private long[] times = new long[1_024];
        private double[] values = new double[1_024];
        private int size;

        Columns(CsvScanner rows, int timeField, int valueField, double most) {
            this.rows = rows;
            this.timeField = timeField;
            this.valueField = valueField;
            this.most = most;
        }

        void add() {
            if (rows.fields() <= Math.max(timeField, valueField)) {
                throw rows.mistake("the line has %d columns".formatted(rows.fields()), "Fetch the file again.");
            }
            long time = rows.timeAt(timeField);
            if (time == Times.NONE) {
                throw rows.mistake(timeField, "time", "is not a time", "Times are milliseconds since 1970, UTC.");
            }
            time = Math.floorDiv(time, 1_000L) * 1_000L;
            if (size > 0 && time <= times[size - 1]) {
                throw rows.mistake(timeField, "time", "is not after the line before", "Sort the file by time.");
            }
            double value = rows.doubleAt(valueField);
            if (!Double.isFinite(value)) {
                throw rows.mistake(valueField, "value", "is not a number", "Write it like 0.0001 (0.01 %).");
            }
            boolean price = most == Double.MAX_VALUE;
            if (price && value <= 0) {
                throw rows.mistake(valueField, "mark", "is not a price", "Prices are above 0.");
            }
            if (Math.abs(value) > most) {
                throw rows.mistake(
                        valueField, "rate", "is beyond any funding rate", "Rates are fractions: 0.0001 is 0.01 %.");
            }
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            times[size] = time;
            values[size++] = value;
        }

        TimedValues values(Path file) {
            if (size == 0) {
                throw new UserException(file + ": the file has a heading only", "Fetch the file again.");
            }
            return new TimedValues(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
        }
    }
}
