package io.metaexpert.report;

import java.time.Instant;

/**
 * Writes times as ISO-8601 in UTC, as {@link Instant#toString()} does, but without an object per time: a report holds tens
 * of thousands of them. Not thread-safe.
 */
final class TimeText {
    private static final long DAY_MS = 86_400_000L;
    private static final long MIN_MS = -62_167_219_200_000L;
    private static final long MAX_MS = 253_402_300_799_999L;

    private final char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
    private long day = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private int length;

    /** The characters, of which the first count, as many as {@link #set} returned. */
    char[] chars() {
        return text;
    }

    /**
     * Sets the time and returns how many characters it has.
     *
     * @throws IllegalArgumentException for a year that has not four digits
     */
    int set(long timeMs) {
        if (timeMs < MIN_MS || timeMs > MAX_MS) {
            throw new IllegalArgumentException("year must have four digits, was " + Instant.ofEpochMilli(timeMs));
        }
        if (timeMs == last) {
            return length;
        }
        long newDay = Math.floorDiv(timeMs, DAY_MS);
        if (newDay != day) {
            day = newDay;
            date(newDay);
        }
        length = timeOfDay((int) (timeMs - newDay * DAY_MS));
        last = timeMs;
        return length;
    }

    private int timeOfDay(int msOfDay) {
        int ms = msOfDay;
        int seconds = ms / 1_000;
        two(11, seconds / 3_600);
        two(14, seconds / 60 % 60);
        two(17, seconds % 60);
        ms %= 1_000;
        if (ms == 0) {
            text[19] = 'Z';
            return 20;
        }
        text[19] = '.';
        two(20, ms / 10);
        text[22] = digit(ms % 10);
        return 24;
    }

    /** The text, with seconds. */
    String text(long timeMs) {
        return new String(text, 0, set(timeMs));
    }

    /** The text for people: date and minute. */
    String minutes(long timeMs) {
        set(timeMs);
        String all = new String(text, 0, 16);
        return all.replace('T', ' ');
    }

    /** Civil date from days since the epoch (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
    private void date(long epochDay) {
        long z = epochDay + 719_468;
        long era = Math.floorDiv(z, 146_097);
        int dayOfEra = (int) (z - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        two(0, year / 100);
        two(2, year % 100);
        two(5, month);
        two(8, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
        text[10] = 'T';
        text[13] = ':';
    }

    private void two(int at, int value) {
        text[at] = digit(value / 10);
        text[at + 1] = digit(value % 10);
    }

    private static char digit(int value) {
        return (char) ('0' + value);
    }
}
