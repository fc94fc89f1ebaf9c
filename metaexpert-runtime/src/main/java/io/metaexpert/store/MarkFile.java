package io.metaexpert.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two marks, written in turn, so that there is a whole one at any time. Used on one thread. */
final class MarkFile implements AutoCloseable {
    private final FileChannel channel;
    private int slot;

    private MarkFile(FileChannel channel, int slot) {
        this.channel = channel;
        this.slot = slot;
    }

    /** What a file says. */
    sealed interface Reading {
        /** There is no file. */
        record Absent() implements Reading {}

        /** There is a file, and no mark in it that is whole. */
        record Damaged() implements Reading {}

        /** The newer of those that are whole. */
        record Found(Mark mark, int slot) implements Reading {}
    }

    static Reading read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Reading.Absent();
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<Reading.Found> found = new ArrayList<>();
        for (int slot = 0; slot < 2; slot++) {
            int start = slot * Mark.BYTES;
            if (text.length() >= start + Mark.BYTES) {
                int number = slot;
                Mark.parse(text.substring(start, start + Mark.BYTES))
                        .ifPresent(mark -> found.add(new Reading.Found(mark, number)));
            }
        }
        Optional<Reading.Found> newest =
                found.stream().max(Comparator.comparingLong(each -> each.mark().seq()));
        return newest.<Reading>map(each -> each).orElseGet(Reading.Damaged::new);
    }

    /** Opens it, and makes it where there is none; then it is on the disk when this returns. */
    static MarkFile open(Path file, Mark mark) throws IOException {
        Reading reading = read(file);
        FileGuard.create(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        MarkFile marks = new MarkFile(channel, reading instanceof Reading.Found found ? 1 - found.slot() : 0);
        marks.write(mark);
        if (!(reading instanceof Reading.Found)) {
            marks.write(mark);
            channel.force(true);
        }
        return marks;
    }

    /**
     * Not forced to the disk: the change that it tells of is there already, and an older mark says less, but nothing wrong.
     */
    void write(Mark mark) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(mark.text().getBytes(StandardCharsets.US_ASCII));
        long position = (long) slot * Mark.BYTES;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        slot = 1 - slot;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
