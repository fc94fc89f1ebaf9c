package io.metaexpert.data.column;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Writes a {@link ColumnFile}: first the columns into a temporary file, which can then be read to describe them, then the text, and
 * at last an atomic move to the final name. Closing without {@link #finish} leaves nothing behind.
 */
public final class ColumnWriter implements Closeable {
    private final Path temporary;
    private final FileChannel channel;
    private final int columns;
    private final long rows;
    private final CRC32 crc = new CRC32();
    private final String hash;

    /** Writes the rows of {@code spool} into a temporary file in {@code directory}. */
    public ColumnWriter(ColumnSpool spool, Path directory) throws IOException {
        columns = spool.columns();
        rows = spool.rows();
        temporary = TempFiles.create(directory);
        try {
            channel = FileChannel.open(temporary, StandardOpenOption.READ, StandardOpenOption.WRITE);
            hash = writeColumns(spool);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
    }

    private String writeColumns(ColumnSpool spool) throws IOException {
        ColumnHash contents = new ColumnHash();
        long[] values = new long[ColumnSpool.BLOCK];
        channel.position(ColumnFile.HEADER_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(ColumnSpool.BLOCK * Long.BYTES).order(ColumnFile.ORDER);
        for (int column = 0; column < columns; column++) {
            for (long piece = 0; piece < spool.pieces(); piece++) {
                spool.piece(column, piece, bytes.clear());
                int length = bytes.flip().limit();
                crc.update(bytes.array(), 0, length);
                bytes.asLongBuffer().get(values, 0, length / Long.BYTES);
                contents.add(values, length / Long.BYTES);
                write(bytes);
            }
        }
        return contents.hex();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The {@link ColumnHash} of all columns. */
    public String hash() {
        return hash;
    }

    /** The columns as written, without a text yet. */
    public ColumnFile written() throws IOException {
        return ColumnFile.map(channel, rows, columns, 0);
    }

    /**
     * Completes the file and gives it its name, in place of any older one.
     *
     * @param durable whether to wait until it is on the disk; needless for what can be built again
     */
    public void finish(String text, Path target, boolean durable) throws IOException {
        byte[] textBytes = text.getBytes(StandardCharsets.UTF_8);
        crc.update(textBytes);
        write(ByteBuffer.wrap(textBytes));
        ByteBuffer header = ByteBuffer.allocate(ColumnFile.HEADER_BYTES).order(ColumnFile.ORDER);
        header.putLong(0, ColumnFile.MAGIC)
                .putInt(8, ColumnFile.VERSION)
                .putInt(12, columns)
                .putLong(16, rows)
                .putInt(24, textBytes.length)
                .putLong(32, crc.getValue());
        channel.position(0);
        write(header);
        if (durable) {
            channel.force(true);
        }
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
