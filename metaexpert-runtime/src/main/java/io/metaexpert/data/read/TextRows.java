package io.metaexpert.data.read;

import io.metaexpert.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows of a comma-separated text. */
final class TextRows implements RowPlace {
    private static final List<Integer> IN_ORDER = List.of(0, 1, 2, 3, 4, 5);

    private final CsvScanner scanner;
    private final RowLayout layout;

    private TextRows(CsvScanner scanner, RowLayout layout) {
        this.scanner = scanner;
        this.layout = layout;
    }

    /** Reads all rows into {@code sink}. */
    static void read(InputStream in, String file, RowSink sink) throws IOException {
        CsvScanner scanner = new CsvScanner(in, file);
        if (!scanner.next()) {
            throw new UserException(file + ": the file is empty", RowLayout.FORMATS);
        }
        RowLayout layout = RowLayout.of(scanner);
        if (layout.header() && !scanner.next()) {
            throw new UserException(file + ": the file has a header but no rows", "");
        }
        TextRows rows = new TextRows(scanner, layout);
        if (layout.kind() == RowLayout.Kind.BARS) {
            rows.readBars(sink);
        } else {
            rows.readTrades(sink);
        }
    }

    private void readBars(RowSink sink) throws IOException {
        List<Integer> columns = layout.columns();
        int time = columns.get(0);
        int open = columns.get(1);
        int high = columns.get(2);
        int low = columns.get(3);
        int close = columns.get(4);
        int volume = columns.get(5);
        boolean plain = columns.equals(IN_ORDER) && layout.fields() == IN_ORDER.size();
        do {
            checkFields();
            sink.bar(
                    this,
                    time(time),
                    scanner.doubleAt(open),
                    scanner.doubleAt(high),
                    scanner.doubleAt(low),
                    scanner.doubleAt(close),
                    scanner.doubleAt(volume));
            if (plain) {
                readPlainBars(sink);
            }
        } while (scanner.next());
    }

    /** The rows of which nothing needs a second look. */
    private void readPlainBars(RowSink sink) throws IOException {
        double[] numbers = new double[IN_ORDER.size() - 1];
        while (scanner.nextPlain(numbers)) {
            sink.bar(this, scanner.plainTime(), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }
    }

    private void readTrades(RowSink sink) throws IOException {
        List<Integer> columns = layout.columns();
        int maker = columns.get(3);
        do {
            checkFields();
            long side = maker < 0 ? 0 : scanner.text(maker).equalsIgnoreCase("true") ? -1 : 1;
            sink.trade(
                    this,
                    time(columns.get(0)),
                    scanner.doubleAt(columns.get(1)),
                    scanner.doubleAt(columns.get(2)),
                    side);
        } while (scanner.next());
    }

    private void checkFields() {
        if (scanner.fields() != layout.fields()) {
            throw scanner.mistake(
                    "the row has %d columns, the first one has %d".formatted(scanner.fields(), layout.fields()),
                    "Correct or remove the line, or fetch the file again.");
        }
    }

    private long time(int column) {
        long time = scanner.timeAt(column);
        if (time == Times.NONE) {
            throw mistake(
                    0, "is not a time", "Allowed: s, ms, us or ns since 1970, or ISO-8601 as in 2024-01-31T12:00:00Z.");
        }
        return time;
    }

    @Override
    public UserException mistake(String problem, String hint) {
        return scanner.mistake(problem, hint);
    }

    @Override
    public UserException mistake(int value, String problem, String hint) {
        int column = layout.columns().get(value);
        return scanner.mistake(column, layout.names().get(column), problem, hint);
    }

    @Override
    public String text(int value) {
        return scanner.text(layout.columns().get(value));
    }
}
