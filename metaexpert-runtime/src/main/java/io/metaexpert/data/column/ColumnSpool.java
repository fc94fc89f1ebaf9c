package io.metaexpert.data.column;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of 8-byte values, collected in blocks. What exceeds the memory limit goes to a temporary file, so that memory stays flat
 * however long the input is. Not thread-safe.
 */
public final class ColumnSpool implements Closeable {
    static final int BLOCK = 1 << 14;
    private static final int BLOCKS_IN_MEMORY = 64;

    private final int columns;
    private final Path directory;
    private final List<long[]> blocks = new ArrayList<>();
    private long[] current;
    private int fill;
    private long rows;
    private long spilledBlocks;
    private @Nullable Path spillFile;
    private @Nullable FileChannel spill;

    /** @param directory where the temporary file goes, should one be needed */
    public ColumnSpool(int columns, Path directory) {
        this.columns = columns;
        this.directory = directory;
        current = new long[columns * BLOCK];
    }

    public int columns() {
        return columns;
    }

    public long rows() {
        return rows;
    }

    /** Sets a value of the row that {@link #endRow} will add. */
    public void set(int column, long value) {
        current[column * BLOCK + fill] = value;
    }

    /** Sets a value of the row that {@link #endRow} will add. */
    public void set(int column, double value) {
        current[column * BLOCK + fill] = Double.doubleToRawLongBits(value);
    }

    /** Adds the row. */
    public void endRow() throws IOException {
        fill++;
        rows++;
        if (fill == BLOCK) {
            nextBlock();
        }
    }

    private void nextBlock() throws IOException {
        fill = 0;
        if (blocks.size() < BLOCKS_IN_MEMORY) {
            blocks.add(current);
            current = new long[columns * BLOCK];
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(current.length * Long.BYTES).order(ColumnFile.ORDER);
        bytes.asLongBuffer().put(current);
        FileChannel channel = spillChannel();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        spilledBlocks++;
    }

    private FileChannel spillChannel() throws IOException {
        if (spill == null) {
            spillFile = TempFiles.create(directory);
            spill = FileChannel.open(spillFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return spill;
    }

    /** How many pieces {@link #piece} can give. */
    long pieces() {
        return blocks.size() + spilledBlocks + 1;
    }

    /** Puts the values of {@code column} in block {@code piece} into {@code target}, at its position. */
    void piece(int column, long piece, ByteBuffer target) throws IOException {
        if (piece < blocks.size()) {
            put(blocks.get((int) piece), column, BLOCK, target);
        } else if (piece == pieces() - 1) {
            put(current, column, fill, target);
        } else {
            readSpilled(column, piece - blocks.size(), target);
        }
    }

    private static void put(long[] block, int column, int count, ByteBuffer target) {
        target.asLongBuffer().put(block, column * BLOCK, count);
        target.position(target.position() + count * Long.BYTES);
    }

    private void readSpilled(int column, long block, ByteBuffer target) throws IOException {
        long start = (block * columns + column) * BLOCK * Long.BYTES;
        int end = target.position() + BLOCK * Long.BYTES;
        ByteBuffer slice = target.duplicate().limit(end);
        long position = start;
        while (slice.hasRemaining()) {
            int read = spillChannel().read(slice, position);
            if (read < 0) {
                throw new IOException("the temporary file " + spillFile + " is shorter than what was written to it");
            }
            position += read;
        }
        target.position(end);
    }

    @Override
    public void close() throws IOException {
        if (spill != null) {
            spill.close();
        }
        if (spillFile != null) {
            Files.deleteIfExists(spillFile);
        }
    }
}
