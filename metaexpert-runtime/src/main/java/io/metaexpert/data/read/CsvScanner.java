package io.metaexpert.data.read;

import io.metaexpert.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Steps through the rows of a comma-separated text by bytes. Memory is one buffer, whatever the length of the text. Empty lines are
 * skipped. Not thread-safe.
 */
public final class CsvScanner {
    /** No row of a market data file comes near this length. */
    static final int MAX_ROW_BYTES = 1 << 16;

    /** Longer than any row of a time and five numbers that is plain. */
    private static final int MAX_PLAIN_BYTES = 256;

    private static final int MAX_FIELDS = 256;
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final String file;
    private byte[] buffer = new byte[BUFFER];
    private int limit;
    private int next;
    private long line;
    private int fields;
    private long plainTime;
    /** Field i is from {@code bounds[i] + 1} to {@code bounds[i + 1]}. */
    private final int[] bounds = new int[MAX_FIELDS + 1];

    /** @param file how messages name the text */
    public CsvScanner(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** Moves to the next row; false when there is none. */
    public boolean next() throws IOException {
        while (true) {
            int start = next;
            int end = endOfRow();
            if (end < 0) {
                return false;
            }
            line++;
            if (line == 1) {
                start = withoutByteOrderMark(bounds[0] + 1);
                bounds[0] = start - 1;
            } else {
                start = bounds[0] + 1;
            }
            if (end > start && buffer[end - 1] == '\r') {
                end--;
                bounds[fields] = end;
            }
            if (end > start) {
                return true;
            }
        }
    }

    /**
     * Moves to the next row if it is a time and numbers, as many as {@code numbers} has room for, written in the plainest way and
     * whole in the buffer; otherwise stays, and {@link #next} tells what it is.
     */
    boolean nextPlain(double[] numbers) {
        if (limit - next < MAX_PLAIN_BYTES) {
            return false;
        }
        bounds[0] = next - 1;
        long time = 0;
        int i = next;
        int stop = i + Numbers.MAX_DIGITS;
        for (int digit = buffer[i] - '0'; digit >= 0 && digit <= 9 && i < stop; digit = buffer[i] - '0') {
            time = time * 10 + digit;
            i++;
        }
        if (i == next) {
            return false;
        }
        for (int k = 0; k < numbers.length; k++) {
            if (buffer[i] != ',') {
                return false;
            }
            bounds[k + 1] = i;
            int end = plainNumber(i + 1, numbers, k);
            if (end < 0) {
                return false;
            }
            i = end;
        }
        int following = buffer[i] == '\r' ? i + 1 : i;
        if (buffer[following] != '\n') {
            return false;
        }
        plainTime = Times.toMillis(time);
        line++;
        row(numbers.length, i, following + 1);
        return true;
    }

    /** Reads digits with at most one point into {@code numbers[k]}; returns where they end, or -1 when they are not that plain. */
    private int plainNumber(int start, double[] numbers, int k) {
        byte[] bytes = buffer;
        int stop = start + Numbers.MAX_DIGITS + 1;
        long mantissa = 0;
        int point = -1;
        int i = start;
        while (i < stop) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = i;
            } else {
                break;
            }
            i++;
        }
        int scale = point < 0 ? 0 : i - point - 1;
        int digits = point < 0 ? i - start : i - start - 1;
        if (!Numbers.isExact(mantissa, digits, scale)) {
            return -1;
        }
        numbers[k] = Numbers.exact(mantissa, scale);
        return i;
    }

    /** The time of the row that {@link #nextPlain} moved to. */
    long plainTime() {
        return plainTime;
    }

    /** Finds the fields of the row at {@code next}; returns the row's end, or -1 when the text is over. */
    private int endOfRow() throws IOException {
        int i = next;
        int count = 0;
        bounds[0] = i - 1;
        while (true) {
            byte[] bytes = buffer;
            int end = limit;
            while (i < end) {
                byte b = bytes[i];
                if (b == ',') {
                    if (++count == MAX_FIELDS) {
                        throw tooLong();
                    }
                    bounds[count] = i;
                } else if (b == '\n') {
                    return row(count, i, i + 1);
                }
                i++;
            }
            int length = i - next;
            if (length > MAX_ROW_BYTES) {
                throw tooLong();
            }
            int moved = next;
            if (!refill()) {
                return length == 0 ? -1 : lastRow(count, moved);
            }
            count = 0;
            i = next;
            bounds[0] = i - 1;
        }
    }

    /** The row that the text ends with, which has {@code moved} to the front. */
    private int lastRow(int commas, int moved) {
        for (int i = 0; i <= commas; i++) {
            bounds[i] -= moved;
        }
        return row(commas, limit, limit);
    }

    private int row(int commas, int end, int following) {
        fields = commas + 1;
        bounds[fields] = end;
        next = following;
        return end;
    }

    /** Moves the unfinished row to the front and reads on; false at the end of the text. */
    private boolean refill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }

    private int withoutByteOrderMark(int start) {
        boolean marked = limit >= start + 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF;
        return marked ? start + 3 : start;
    }

    private UserException tooLong() {
        return new UserException(
                "%s:%d: the line is longer than any row of market data".formatted(file, line + 1),
                "Is this a text file? Allowed are CSV, csv.gz, zip and Parquet.");
    }

    /** Number of the current line, from 1. */
    public long line() {
        return line;
    }

    public String file() {
        return file;
    }

    public int fields() {
        return fields;
    }

    public String text(int field) {
        int from = bounds[field] + 1;
        return new String(buffer, from, bounds[field + 1] - from, StandardCharsets.UTF_8).strip();
    }

    /** The number in a field; NaN when it is none. */
    public double doubleAt(int field) {
        return Numbers.parseDouble(buffer, bounds[field] + 1, bounds[field + 1]);
    }

    /** The time in a field as epoch milliseconds; {@link Times#NONE} when it is none. */
    public long timeAt(int field) {
        return Times.parse(buffer, bounds[field] + 1, bounds[field + 1]);
    }

    /** A mistake in this row. */
    public UserException mistake(String problem, String hint) {
        return new UserException("%s:%d: %s".formatted(file, line, problem), hint);
    }

    /** A mistake in a field of this row. */
    public UserException mistake(int field, String name, String problem, String hint) {
        String shown = text(field);
        String value = shown.length() > 40 ? shown.substring(0, 40) + "..." : shown;
        return mistake("column %d (%s): \"%s\" %s".formatted(field + 1, name, printable(value), problem), hint);
    }

    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
