package io.metaexpert.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads event logs line by line, as they may be large. */
final class Logs {
    private Logs() {}

    /** The first difference of two logs, if there is one. */
    static Optional<Difference> compare(Path first, Path second) {
        return compare(first, second, Instant.MAX);
    }

    /** The first difference at or before an instant. */
    static Optional<Difference> compare(Path first, Path second, Instant until) {
        try (BufferedReader a = Files.newBufferedReader(first);
                BufferedReader b = Files.newBufferedReader(second)) {
            while (true) {
                String lineA = next(a, until);
                String lineB = next(b, until);
                if (lineA == null && lineB == null) {
                    return Optional.empty();
                }
                if (lineA == null || !lineA.equals(lineB)) {
                    return Optional.of(Difference.of(parsed(lineA), parsed(lineB)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LogLine> parsed(@Nullable String line) {
        return Optional.ofNullable(line).map(LogLine::parse);
    }

    /** The next line that is not later; null when there is none. */
    private static @Nullable String next(BufferedReader lines, Instant until) throws IOException {
        String line = lines.readLine();
        return line == null || LogLine.time(line).isAfter(until) ? null : line;
    }

    /**
     * Whether two logs hold the same decisions after an instant, of which the first must have some: when, what, which side; not how much
     * nor at what price.
     */
    static boolean sameAfter(Path first, Path second, Instant after) {
        try (BufferedReader a = Files.newBufferedReader(first);
                BufferedReader b = Files.newBufferedReader(second)) {
            String lineA = decisionAfter(a, after);
            boolean any = lineA != null;
            while (lineA != null) {
                if (!lineA.equals(decisionAfter(b, after))) {
                    return false;
                }
                lineA = decisionAfter(a, after);
            }
            return any;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String decisionAfter(BufferedReader lines, Instant after) throws IOException {
        String line = lines.readLine();
        while (line != null
                && !(line.contains("\"decision\":") && LogLine.time(line).isAfter(after))) {
            line = lines.readLine();
        }
        return line == null ? null : LogLine.parse(line).gist();
    }

    /** Shows the decisions of a log. */
    static void decisions(Path log, Consumer<LogLine> reader) {
        lines(log, line -> {
            if (line.isDecision()) {
                reader.accept(line);
            }
        });
    }

    /** Shows all lines of a log. */
    static void lines(Path log, Consumer<LogLine> reader) {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(LogLine.parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
