package io.metaexpert.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where two runs of one strategy ask for other orders although they stand on the same side of the market. Sizes and ids are not looked
 * at, as they follow from what was earned before; prices may differ by a little.
 *
 * @param first what differs first
 * @param bars how many bars have closed since the start when they last disagree
 */
record Disagreement(Difference first, int bars) {
    /** A hundredth of a percent. */
    private static final double TOLERANCE = 1e-4;

    private static final List<String> EXACT = List.of(
            "/request/side", "/request/type/is", "/request/timeInForce", "/request/reduceOnly", "/request/postOnly");

    /**
     * Looks at the orders of a span.
     *
     * @param start from which bars of length {@code bar} are counted
     */
    static Optional<Disagreement> of(Trace a, Trace b, Instant start, Duration bar, Instant after, Instant until) {
        SortedSet<Instant> times = a.times(after, until);
        times.addAll(b.times(after, until));
        Difference first = null;
        Instant last = after;
        for (Instant time : times) {
            Difference at = at(a, b, time);
            if (at != null) {
                first = first == null ? at : first;
                last = time;
            }
        }
        return first == null ? Optional.empty() : Optional.of(new Disagreement(first, bars(start, last, bar)));
    }

    private static @Nullable Difference at(Trace a, Trace b, Instant time) {
        SortedSet<String> instruments = a.instruments(time);
        instruments.addAll(b.instruments(time));
        for (String instrument : instruments) {
            List<LogLine> first = a.orders(time, instrument);
            List<LogLine> second = b.orders(time, instrument);
            boolean sameSide = a.side(time, instrument) == b.side(time, instrument);
            if (sameSide && !agree(first, second)) {
                return Difference.of(first.stream().findFirst(), second.stream().findFirst());
            }
        }
        return null;
    }

    private static boolean agree(List<LogLine> first, List<LogLine> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!agree(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean agree(LogLine first, LogLine second) {
        for (String path : EXACT) {
            if (!first.value(path).equals(second.value(path))) {
                return false;
            }
        }
        for (Map.Entry<String, String> value : first.values().entrySet()) {
            boolean price = value.getKey().startsWith("/request/type/")
                    && !value.getKey().endsWith("/is");
            if (price && !near(value.getValue(), second.value(value.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(String first, String second) {
        if (first.equals(second)) {
            return true;
        }
        try {
            double a = Double.parseDouble(first);
            double b = Double.parseDouble(second);
            return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    private static int bars(Instant start, Instant time, Duration bar) {
        return (int) Math.ceilDiv(Duration.between(start, time).toMillis(), bar.toMillis());
    }
}
