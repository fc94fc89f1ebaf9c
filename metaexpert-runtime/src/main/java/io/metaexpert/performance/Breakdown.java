package io.metaexpert.performance;

import io.metaexpert.market.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Round trips by symbol, by side and by the reason of their exit. Every list holds every round trip once; what earned most comes
 * first.
 *
 * @param sides {@code LONG} and {@code SHORT}
 * @param exitReasons at most {@value #MAX_GROUPS}; of more, those with the fewest round trips are gathered in one group at the end
 */
public record Breakdown(List<Group> symbols, List<Group> sides, List<Group> exitReasons) {
    /** Reasons are free text, and could be as many as there are round trips. */
    static final int MAX_GROUPS = 30;

    /**
     * The figures of one group, as in {@link Metrics.Trades}: money in account currency, profit after fees, NaN where a figure is not
     * defined.
     *
     * @param key the symbol, the side or the reason; empty for exits without a reason
     * @param profitFactor gross profit over gross loss, in money
     * @param expectancy mean profit
     * @param averageLoss negative
     * @param largestLoss negative
     * @param slippage contained in the profit
     */
    public record Group(
            String key,
            int count,
            int wins,
            int losses,
            double winRate,
            double profit,
            double profitFactor,
            double expectancy,
            double averageWin,
            double averageLoss,
            double largestWin,
            double largestLoss,
            double fees,
            double slippage,
            Duration averageHolding) {}

    public Breakdown {
        symbols = List.copyOf(symbols);
        sides = List.copyOf(sides);
        exitReasons = List.copyOf(exitReasons);
    }

    /** Groups round trips, in one pass over them. */
    public static Breakdown of(List<RoundTrip> trips) {
        var split = new Split(new Groups(), new Groups(), new Groups());
        for (RoundTrip trip : trips) {
            split.add(trip);
        }
        return new Breakdown(sorted(split.symbols.all()), sorted(split.sides.all()), limited(split.reasons.all()));
    }

    private record Split(Groups symbols, Groups sides, Groups reasons) {
        void add(RoundTrip trip) {
            double profit = Decimals.toDouble(trip.profit());
            double fees = Decimals.toDouble(trip.fees());
            double slippage = Decimals.toDouble(trip.slippage());
            long heldMs = trip.exitTime().toEpochMilli() - trip.entryTime().toEpochMilli();
            symbols.of(trip.instrument().symbol()).add(profit, fees, slippage, heldMs);
            sides.of(trip.side().name()).add(profit, fees, slippage, heldMs);
            reasons.of(trip.exitReason()).add(profit, fees, slippage, heldMs);
        }
    }

    /** Groups by key; most round trips have the key of the one before. */
    private static final class Groups {
        private final Map<String, GroupSums> groups = new LinkedHashMap<>();
        private GroupSums last = new GroupSums("");

        GroupSums of(String key) {
            if (last.count() > 0 && last.key().equals(key)) {
                return last;
            }
            GroupSums sums = groups.get(key);
            if (sums == null) {
                sums = new GroupSums(key);
                groups.put(key, sums);
            }
            last = sums;
            return sums;
        }

        Iterable<GroupSums> all() {
            return groups.values();
        }
    }

    private static List<Group> sorted(Iterable<GroupSums> groups) {
        List<Group> sorted = new ArrayList<>();
        for (GroupSums sums : groups) {
            sorted.add(sums.figures());
        }
        sorted.sort(Breakdown::byProfit);
        return sorted;
    }

    /** In full, as are the other orders here: comparators of the JDK are made at run time, in some milliseconds. */
    private static int byProfit(Group a, Group b) {
        int order = Double.compare(b.profit(), a.profit());
        return order != 0 ? order : a.key().compareTo(b.key());
    }

    private static int byCount(GroupSums a, GroupSums b) {
        int order = Integer.compare(b.count(), a.count());
        return order != 0 ? order : a.key().compareTo(b.key());
    }

    private static List<Group> limited(Iterable<GroupSums> groups) {
        List<GroupSums> kept = new ArrayList<>();
        groups.forEach(kept::add);
        if (kept.size() <= MAX_GROUPS) {
            return sorted(kept);
        }
        kept.sort(Breakdown::byCount);
        List<GroupSums> rest = kept.subList(MAX_GROUPS - 1, kept.size());
        GroupSums others = new GroupSums(rest.size() + " other reasons");
        rest.forEach(others::add);
        List<Group> limited = sorted(kept.subList(0, MAX_GROUPS - 1));
        limited.add(others.figures());
        return limited;
    }
}
