package io.metaexpert.bind;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Durations as text: a whole number and a unit, such as {@code 500ms}, {@code 60s}, {@code 15m}, {@code 1h}, {@code 1d}. */
final class Durations {
    static final String EXAMPLES = "500ms, 60s, 15m, 1h or 1d";

    private static final String[] UNITS = {"ms", "s", "m", "h", "d"};
    private static final long[] LENGTHS_MS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

    private Durations() {}

    static Optional<Duration> parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        String unit = text.substring(digits);
        for (int i = 0; i < UNITS.length; i++) {
            if (digits > 0 && UNITS[i].equals(unit)) {
                return lengthOf(text.substring(0, digits), LENGTHS_MS[i]);
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> lengthOf(String number, long unitMs) {
        try {
            return Optional.of(Duration.ofMillis(Math.multiplyExact(Long.parseLong(number), unitMs)));
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Also reads ISO-8601, such as {@code PT1H30M}. */
    static Optional<Duration> parseAny(String text) {
        Optional<Duration> plain = parse(text);
        if (plain.isPresent() || text.isEmpty()) {
            return plain;
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    /** The text with the largest unit that divides it; ISO-8601 when it is negative or finer than a millisecond. */
    static String print(Duration duration) {
        if (duration.isNegative() || duration.getNano() % 1_000_000 != 0 || duration.getSeconds() > 1L << 40) {
            return duration.toString();
        }
        long ms = duration.toMillis();
        if (ms == 0) {
            return "0s";
        }
        int i = UNITS.length - 1;
        while (ms % LENGTHS_MS[i] != 0) {
            i--;
        }
        return ms / LENGTHS_MS[i] + UNITS[i];
    }
}
