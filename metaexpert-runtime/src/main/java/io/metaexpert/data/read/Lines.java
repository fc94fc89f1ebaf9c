package io.metaexpert.data.read;

import io.metaexpert.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Steps through the lines of a text by bytes, in a buffer as long as the longest line. Not thread-safe. */
final class Lines {
    /** A snapshot of 5,000 levels a side has some 300 kB. */
    private static final int MAX_BYTES = 1 << 24;

    private final InputStream in;
    private final String file;
    private byte[] buffer = new byte[1 << 18];
    private int limit;
    private int next;
    private int start;
    private int end;
    private long number;

    Lines(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** Moves to the next line that is not empty; false when there is none. */
    boolean next() throws IOException {
        do {
            int to = lineEnd();
            if (to < 0) {
                return false;
            }
            start = next;
            end = to;
            next = Math.min(to + 1, limit);
            number++;
            if (end > start && buffer[end - 1] == '\r') {
                end--;
            }
        } while (end == start);
        return true;
    }

    /** Where the line at {@code next} ends; -1 when the text is over. The line may have moved to the front, and {@code next} with it. */
    private int lineEnd() throws IOException {
        int i = next;
        while (true) {
            for (; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            int length = limit - next;
            if (!refill()) {
                return length == 0 ? -1 : limit;
            }
            i = length;
        }
    }

    /** Moves the unfinished line to the front and reads on; false at the end of the text. */
    private boolean refill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        if (limit == buffer.length) {
            if (limit == MAX_BYTES) {
                throw new UserException(
                        "%s:%d: the line is longer than any message".formatted(file, number + 1),
                        "Is this a recording with one message a line?");
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Number of the current line, from 1. */
    long number() {
        return number;
    }
}
