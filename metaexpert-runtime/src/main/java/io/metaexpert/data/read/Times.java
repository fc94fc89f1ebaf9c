package io.metaexpert.data.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants from bytes: seconds, milliseconds, microseconds or nanoseconds since the epoch, or ISO-8601. */
public final class Times {
    /** Not a time. */
    public static final long NONE = Long.MIN_VALUE;

    /** As seconds the year 5138, as milliseconds 1973: no market data is beyond either. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    private Times() {}

    static long parse(byte[] bytes, int from, int to) {
        long value = 0;
        int length = to - from;
        if (length == 0 || length > 19) {
            return slow(bytes, from, to);
        }
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return slow(bytes, from, to);
            }
            value = value * 10 + digit;
        }
        return toMillis(value);
    }

    /** Milliseconds from a count since the epoch whose unit follows from its size. */
    static long toMillis(long value) {
        if (value < 0) {
            return NONE;
        }
        if (value < MAX_SECONDS) {
            return value * 1_000;
        }
        if (value < MAX_SECONDS * 1_000) {
            return value;
        }
        return value < MAX_SECONDS * 1_000_000 ? value / 1_000 : value / 1_000_000;
    }

    private static long slow(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
        try {
            return text.indexOf('-') > 0 ? iso(text) : fraction(text);
        } catch (DateTimeException | ArithmeticException notATime) {
            return NONE;
        }
    }

    /** Seconds or milliseconds with a fraction. */
    private static long fraction(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        double value = Numbers.parseDouble(bytes, 0, bytes.length);
        if (!(value >= 0) || value >= MAX_SECONDS * 1e6) {
            return NONE;
        }
        return value < MAX_SECONDS ? Math.round(value * 1e3) : toMillis((long) value);
    }

    private static long iso(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        }
        String joined = text.replace(' ', 'T').replace("TUTC", "Z");
        boolean zoned = joined.endsWith("Z") || joined.indexOf('+') > 0 || joined.lastIndexOf('-') > 10;
        Instant instant = zoned
                ? OffsetDateTime.parse(joined).toInstant()
                : LocalDateTime.parse(joined).toInstant(ZoneOffset.UTC);
        return instant.toEpochMilli();
    }
}
