package io.metaexpert.check;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The orders that a run asked for, by instant and instrument, and on which side it was then. */
final class Trace {
    private final NavigableMap<Instant, Map<String, List<LogLine>>> orders = new TreeMap<>();
    private final Map<String, NavigableMap<Instant, Integer>> sides = new HashMap<>();
    private final Map<String, BigDecimal> held = new HashMap<>();

    static Trace of(Path log) {
        Trace trace = new Trace();
        Logs.lines(log, trace::add);
        return trace;
    }

    private void add(LogLine line) {
        if (line.value("/decision").equals("Submit")) {
            orders.computeIfAbsent(line.time(), time -> new TreeMap<>())
                    .computeIfAbsent(line.value("/request/instrument"), instrument -> new ArrayList<>())
                    .add(line);
        } else if (line.value("/transaction").equals("OrderFilled")) {
            fill(line);
        }
    }

    private void fill(LogLine line) {
        BigDecimal quantity = new BigDecimal(line.value("/event/fill/quantity"));
        boolean buy = line.value("/event/fill/side").equals("BUY");
        String instrument = line.value("/event/fill/instrument");
        BigDecimal now = held.merge(instrument, buy ? quantity : quantity.negate(), BigDecimal::add);
        sides.computeIfAbsent(instrument, each -> new TreeMap<>()).put(line.time(), now.signum());
    }

    /** The instants of orders in a span, its end included. */
    SortedSet<Instant> times(Instant after, Instant until) {
        return new TreeSet<>(orders.subMap(after, false, until, true).keySet());
    }

    /** The instruments that were ordered at an instant. */
    SortedSet<String> instruments(Instant time) {
        return new TreeSet<>(orders.getOrDefault(time, Map.of()).keySet());
    }

    List<LogLine> orders(Instant time, String instrument) {
        return orders.getOrDefault(time, Map.of()).getOrDefault(instrument, List.of());
    }

    /** 1 long, -1 short, 0 flat, after what had been told at an instant. */
    int side(Instant time, String instrument) {
        NavigableMap<Instant, Integer> changes = sides.get(instrument);
        Map.Entry<Instant, Integer> last = changes == null ? null : changes.floorEntry(time);
        return last == null ? 0 : last.getValue();
    }
}
