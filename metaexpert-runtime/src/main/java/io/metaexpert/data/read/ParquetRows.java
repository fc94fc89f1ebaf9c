package io.metaexpert.data.read;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import io.metaexpert.UserException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Rows of a Parquet file with the column names that a CSV header may have. */
final class ParquetRows implements RowPlace {
    /** The reader tells of processor features that no user asked for. A field, as loggers are held weakly. */
    private static final Logger READER_LOG = Logger.getLogger("dev.hardwood");

    private final String file;
    private final RowLayout layout;
    private final List<ColumnSchema> schema;
    private final ColumnReader[] readers;
    private long row;
    private int inBatch;

    private ParquetRows(String file, RowLayout layout, List<ColumnSchema> schema, ColumnReader[] readers) {
        this.file = file;
        this.layout = layout;
        this.schema = schema;
        this.readers = readers;
    }

    static void read(Path path, RowSink sink) throws IOException {
        READER_LOG.setLevel(Level.WARNING);
        String file = path.toString();
        if (!isParquet(path)) {
            throw new UserException(
                    file + ": not readable as Parquet: the file does not end as one", "Fetch the file again.");
        }
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(path))) {
            List<ColumnSchema> schema = reader.getFileSchema().getColumns();
            List<String> names = schema.stream()
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .toList();
            RowLayout layout = RowLayout.byName(names, true)
                    .orElseThrow(() -> new UserException(
                            file + ": no columns of bars or trades among " + names, RowLayout.FORMATS));
            try (ColumnReaders columns = reader.columnReaders(ColumnProjection.all())) {
                ColumnReader[] readers = new ColumnReader[schema.size()];
                for (int i = 0; i < readers.length; i++) {
                    readers[i] = columns.getColumnReader(i);
                }
                new ParquetRows(file, layout, schema, readers).readAll(columns, sink);
            }
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException damaged) {
            throw new UserException(
                    "%s: not readable as Parquet: %s".formatted(file, damaged.getMessage()),
                    "Fetch the file again, or convert it to CSV.");
        }
    }

    /** A whole file ends with this mark, so that a cut one is told from a disk that fails. */
    private static boolean isParquet(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] end = new byte[4];
            if (file.length() < 12) {
                return false;
            }
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.US_ASCII).equals("PAR1");
        }
    }

    private void readAll(ColumnReaders columns, RowSink sink) throws IOException {
        while (columns.nextBatch()) {
            Cells[] cells = new Cells[layout.columns().size()];
            for (int i = 0; i < cells.length; i++) {
                int column = layout.columns().get(i);
                cells[i] = column < 0 ? Cells.NONE : Cells.of(readers[column], schema.get(column), file);
            }
            for (inBatch = 0; inBatch < columns.getRecordCount(); inBatch++) {
                row++;
                emit(cells, sink);
            }
        }
    }

    private void emit(Cells[] cells, RowSink sink) throws IOException {
        long time = cells[0].time(inBatch);
        if (time == Times.NONE) {
            throw mistake(0, "is not a time", "");
        }
        if (layout.kind() == RowLayout.Kind.TRADES) {
            sink.trade(this, time, cells[1].number(inBatch), cells[2].number(inBatch), side(cells[3]));
            return;
        }
        sink.bar(
                this,
                time,
                cells[1].number(inBatch),
                cells[2].number(inBatch),
                cells[3].number(inBatch),
                cells[4].number(inBatch),
                cells[5].number(inBatch));
    }

    private long side(Cells maker) {
        String text = maker.text(inBatch);
        return text.isEmpty() ? 0 : text.equals("true") ? -1 : 1;
    }

    @Override
    public UserException mistake(String problem, String hint) {
        return new UserException("%s: row %d: %s".formatted(file, row, problem), hint);
    }

    @Override
    public UserException mistake(int value, String problem, String hint) {
        int column = layout.columns().get(value);
        return mistake(
                "column %d (%s): \"%s\" %s".formatted(column + 1, layout.names().get(column), text(value), problem),
                hint);
    }

    @Override
    public String text(int value) {
        int column = layout.columns().get(value);
        return Cells.of(readers[column], schema.get(column), file).text(inBatch);
    }

    /** The values of one column in the batch at hand. */
    private interface Cells {
        Cells NONE = i -> "";

        /** The value as text; empty when it is null. */
        String text(int i);

        default double number(int i) {
            byte[] bytes = text(i).getBytes(StandardCharsets.ISO_8859_1);
            return Numbers.parseDouble(bytes, 0, bytes.length);
        }

        default long time(int i) {
            byte[] bytes = text(i).getBytes(StandardCharsets.ISO_8859_1);
            return Times.parse(bytes, 0, bytes.length);
        }

        static Cells of(ColumnReader reader, ColumnSchema column, String file) {
            Cells cells = values(reader, column.type(), column.name(), file);
            return reader.getLeafValidity().hasNulls()
                    ? i -> reader.getLeafValidity().isNull(i) ? "" : cells.text(i)
                    : cells;
        }

        private static Cells values(ColumnReader reader, PhysicalType type, String name, String file) {
            return switch (type) {
                case DOUBLE -> new Doubles(reader.getDoubles());
                case FLOAT -> i -> Float.toString(reader.getFloats()[i]);
                case INT64 -> new Longs(reader.getLongs());
                case INT32 -> i -> Integer.toString(reader.getInts()[i]);
                case BOOLEAN -> i -> Boolean.toString(reader.getBooleans()[i]);
                case BYTE_ARRAY -> i -> reader.getStrings()[i];
                case INT96, FIXED_LEN_BYTE_ARRAY ->
                    throw new UserException(
                            "%s: column %s has the type %s".formatted(file, name, type),
                            "Allowed: DOUBLE, FLOAT, INT64, INT32, text; times as INT64.");
            };
        }
    }

    private static final class Doubles implements Cells {
        private final double[] values;

        Doubles(double[] values) {
            this.values = values;
        }

        @Override
        public String text(int i) {
            return Double.toString(values[i]);
        }

        @Override
        public double number(int i) {
            return values[i];
        }
    }

    private static final class Longs implements Cells {
        private final long[] values;

        Longs(long[] values) {
            this.values = values;
        }

        @Override
        public String text(int i) {
            return Long.toString(values[i]);
        }

        @Override
        public double number(int i) {
            return values[i];
        }

        @Override
        public long time(int i) {
            return Times.toMillis(values[i]);
        }
    }
}
