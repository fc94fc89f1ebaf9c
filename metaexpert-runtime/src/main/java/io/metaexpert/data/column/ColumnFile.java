package io.metaexpert.data.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Columns mapped from a file: a header of 64 bytes, then each column whole, then a text. The bytes are little-endian, which is the
 * native order of every machine that matters here. Safe to read from several threads.
 */
public final class ColumnFile {
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    static final int HEADER_BYTES = 64;
    /** Version 1 had another checksum and another content hash. */
    static final int VERSION = 2;
    /** "MXCOLUMN" read as a little-endian long. */
    static final long MAGIC = 0x4E4D554C4F43584DL;

    /** As many as a column of 8-byte values can have in one mapping. */
    public static final int MAX_ROWS = Integer.MAX_VALUE / Long.BYTES;

    private static final int MAX_COLUMNS = 64;
    private static final int MAX_TEXT = 1 << 20;

    private final long rows;
    private final ByteBuffer[] columns;
    private final String text;

    private ColumnFile(long rows, ByteBuffer[] columns, String text) {
        this.rows = rows;
        this.columns = columns;
        this.text = text;
    }

    /**
     * Maps a file after checking its length and checksum.
     *
     * @throws DamagedFileException when it is not such a file, or not what was once written
     */
    public static ColumnFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = header(channel, file);
            ColumnFile result = map(channel, header.getLong(16), header.getInt(12), header.getInt(24));
            require(result.checksum() == header.getLong(32), file);
            return result;
        }
    }

    /**
     * The text of a file alone, without its columns and their checksum.
     *
     * @throws DamagedFileException when it is not such a file, or has another length
     */
    public static String readText(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = header(channel, file);
            return text(channel, header.getLong(16), header.getInt(12), header.getInt(24));
        }
    }

    private static ByteBuffer header(FileChannel channel, Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ORDER);
        channel.read(header, 0);
        header.flip();
        require(header.limit() == HEADER_BYTES && header.getLong(0) == MAGIC, file);
        if (header.getInt(8) != VERSION) {
            throw new DamagedFileException(file + " is of another version of MetaExpert; import the data again");
        }
        int count = header.getInt(12);
        long rows = header.getLong(16);
        int textBytes = header.getInt(24);
        require(count > 0 && count <= MAX_COLUMNS && textBytes >= 0 && textBytes <= MAX_TEXT, file);
        require(rows >= 0 && rows <= MAX_ROWS, file);
        require(channel.size() == HEADER_BYTES + rows * count * Long.BYTES + textBytes, file);
        return header;
    }

    private static void require(boolean condition, Path file) throws DamagedFileException {
        if (!condition) {
            throw new DamagedFileException(file + " is damaged");
        }
    }

    static ColumnFile map(FileChannel channel, long rows, int count, int textBytes) throws IOException {
        ByteBuffer[] columns = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            long start = HEADER_BYTES + rows * i * Long.BYTES;
            columns[i] = channel.map(FileChannel.MapMode.READ_ONLY, start, rows * Long.BYTES)
                    .order(ORDER);
        }
        return new ColumnFile(rows, columns, text(channel, rows, count, textBytes));
    }

    private static String text(FileChannel channel, long rows, int count, int textBytes) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(textBytes);
        channel.read(text, HEADER_BYTES + rows * count * Long.BYTES);
        return new String(text.array(), StandardCharsets.UTF_8);
    }

    private long checksum() {
        CRC32 crc = new CRC32();
        for (ByteBuffer column : columns) {
            crc.update(column.duplicate());
        }
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    public int rows() {
        return (int) rows;
    }

    public int columns() {
        return columns.length;
    }

    /** The text given to {@link ColumnWriter#finish}. */
    public String text() {
        return text;
    }

    /** A copy of a column. */
    long[] longs(int column) {
        long[] values = new long[rows()];
        columns[column].duplicate().order(ORDER).asLongBuffer().get(values);
        return values;
    }

    /** A copy of a column. */
    double[] doubles(int column) {
        double[] values = new double[rows()];
        columns[column].duplicate().order(ORDER).asDoubleBuffer().get(values);
        return values;
    }

    ByteBuffer column(int i) {
        return columns[i];
    }

    public long longAt(int column, int row) {
        return columns[column].getLong(row << 3);
    }

    public double doubleAt(int column, int row) {
        return columns[column].getDouble(row << 3);
    }

    /** A file that is not a column file, or is cut off or altered. */
    public static final class DamagedFileException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedFileException(String message) {
            super(message);
        }
    }
}
