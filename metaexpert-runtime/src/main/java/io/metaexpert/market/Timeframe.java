package io.metaexpert.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The period of a bar. Periods start on UTC boundaries: up to a day on multiples of their length since the epoch, three
 * days likewise, weeks on Monday, months on the first.
 */
public enum Timeframe {
    S1("1s", 1_000L),
    M1("1m", 60_000L),
    M3("3m", 180_000L),
    M5("5m", 300_000L),
    M15("15m", 900_000L),
    M30("30m", 1_800_000L),
    H1("1h", 3_600_000L),
    H2("2h", 7_200_000L),
    H4("4h", 14_400_000L),
    H6("6h", 21_600_000L),
    H8("8h", 28_800_000L),
    H12("12h", 43_200_000L),
    D1("1d", 86_400_000L),
    D3("3d", 259_200_000L),
    W1("1w", 604_800_000L),
    /** A calendar month; {@link #lengthMs()} is that of 30 days, for estimates only. */
    MO1("1M", 2_592_000_000L);

    /** 1970-01-05, the first Monday after the epoch. */
    private static final long FIRST_MONDAY_MS = 4 * 86_400_000L;

    private final String text;
    private final long lengthMs;

    Timeframe(String text, long lengthMs) {
        this.text = text;
        this.lengthMs = lengthMs;
    }

    /** The timeframe written as in the configuration, such as {@code 15m}; case matters ({@code 1m} is a minute, {@code 1M} a month). */
    public static Optional<Timeframe> parse(String text) {
        for (Timeframe timeframe : values()) {
            if (timeframe.text.equals(text)) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }

    /** The length in milliseconds. */
    public long lengthMs() {
        return lengthMs;
    }

    /** The start of the period that contains {@code timeMs}, in epoch milliseconds. */
    public long openMs(long timeMs) {
        return switch (this) {
            case W1 -> FIRST_MONDAY_MS + Math.floorDiv(timeMs - FIRST_MONDAY_MS, lengthMs) * lengthMs;
            case MO1 ->
                startOfMonth(timeMs).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            default -> Math.floorDiv(timeMs, lengthMs) * lengthMs;
        };
    }

    /** The end of the period that starts at {@code openMs}, which is the start of the next one. */
    public long closeMs(long openMs) {
        return this == MO1
                ? startOfMonth(openMs)
                        .plusMonths(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli()
                : openMs + lengthMs;
    }

    /** Whether bars of this timeframe can be put together from whole bars of {@code finer}. */
    public boolean isBuiltFrom(Timeframe finer) {
        if (this == finer) {
            return true;
        }
        if (this == MO1) {
            return finer.lengthMs <= D1.lengthMs;
        }
        return finer != MO1 && finer.lengthMs < lengthMs && lengthMs % finer.lengthMs == 0;
    }

    private static LocalDate startOfMonth(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC).withDayOfMonth(1);
    }

    /** The text of the configuration, such as {@code 15m}. */
    @Override
    public String toString() {
        return text;
    }
}
