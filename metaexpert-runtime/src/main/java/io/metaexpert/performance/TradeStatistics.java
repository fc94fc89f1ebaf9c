package io.metaexpert.performance;

import static io.metaexpert.performance.MetricsCalculator.ratio;

import io.metaexpert.market.Decimals;
import io.metaexpert.order.PositionSide;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of the round trips, gathered in one pass over them. */
final class TradeStatistics {
    private final double[] profits;
    private final long[] heldMs;
    private double winSum;
    private double lossSum;
    private double winReturns;
    private double lossReturns;
    private double largestWin = Double.NaN;
    private double largestLoss = Double.NaN;
    private int wins;
    private int losses;
    private int streak;
    private int longestWinStreak;
    private int longestLossStreak;
    private final Side longs = new Side();
    private final Side shorts = new Side();
    private final double exposure;
    private final double perDay;

    private TradeStatistics(MetricsInput input) {
        List<RoundTrip> trips = input.roundTrips();
        profits = new double[trips.size()];
        heldMs = new long[trips.size()];
        for (int i = 0; i < profits.length; i++) {
            add(i, trips.get(i));
        }
        Arrays.sort(heldMs);
        EquityCurve curve = input.equity();
        exposure = exposure(curve, trips);
        long endMs = curve.size() == 0 ? input.fromMs() : curve.timeMs(curve.size() - 1);
        perDay = ratio(profits.length, (endMs - input.fromMs()) / 86_400_000.0);
    }

    static TradeStatistics of(MetricsInput input) {
        return new TradeStatistics(input);
    }

    private void add(int i, RoundTrip trip) {
        double profit = Decimals.toDouble(trip.profit());
        double value = Decimals.toDouble(trip.entryPrice()) * Decimals.toDouble(trip.quantity());
        double tripReturn = value == 0 ? 0 : profit / value;
        profits[i] = profit;
        heldMs[i] = trip.exitTime().toEpochMilli() - trip.entryTime().toEpochMilli();
        (trip.side() == PositionSide.LONG ? longs : shorts).add(profit);
        if (profit > 0) {
            wins++;
            winSum += profit;
            winReturns += tripReturn;
            largestWin = wins == 1 ? profit : Math.max(largestWin, profit);
            streak = Math.max(streak, 0) + 1;
            longestWinStreak = Math.max(longestWinStreak, streak);
        } else if (profit < 0) {
            losses++;
            lossSum += profit;
            lossReturns += tripReturn;
            largestLoss = losses == 1 ? profit : Math.min(largestLoss, profit);
            streak = Math.min(streak, 0) - 1;
            longestLossStreak = Math.max(longestLossStreak, -streak);
        } else {
            streak = 0;
        }
    }

    Metrics.Trades all() {
        int count = profits.length;
        double winRate = ratio(wins, count);
        double averageWin = ratio(winSum, wins);
        double averageLoss = ratio(lossSum, losses);
        return new Metrics.Trades(
                count,
                wins,
                losses,
                winRate,
                ratio(winReturns, -lossReturns),
                ratio(winSum, -lossSum),
                ratio(winSum + lossSum, count),
                ratio(winReturns + lossReturns, count),
                averageWin,
                averageLoss,
                largestWin,
                largestLoss,
                longestWinStreak,
                longestLossStreak,
                systemQuality(),
                winRate - ratio(1 - winRate, ratio(averageWin, -averageLoss)),
                perDay,
                exposure,
                count == 0 ? Optional.empty() : Optional.of(holding()));
    }

    Metrics.SideTrades longs() {
        return longs.figures();
    }

    Metrics.SideTrades shorts() {
        return shorts.figures();
    }

    private double systemQuality() {
        int n = profits.length;
        double mean = (winSum + lossSum) / n;
        double squares = 0;
        for (double profit : profits) {
            squares += (profit - mean) * (profit - mean);
        }
        return n < 2 ? Double.NaN : ratio(Math.sqrt(n) * mean, Math.sqrt(squares / (n - 1)));
    }

    private Metrics.Holding holding() {
        int n = heldMs.length;
        long sum = 0;
        for (long held : heldMs) {
            sum += held;
        }
        long median = (heldMs[(n - 1) / 2] + heldMs[n / 2]) / 2;
        return new Metrics.Holding(
                Duration.ofMillis(sum / n), Duration.ofMillis(median), Duration.ofMillis(heldMs[n - 1]));
    }

    /** The union of all bars from entry to exit, over all bars. */
    private static double exposure(EquityCurve curve, List<RoundTrip> trips) {
        // First bar in the high half, last bar in the low half: sorts by first bar without objects.
        long[] spans = new long[trips.size()];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(curve, trips.get(i));
        }
        Arrays.sort(spans);
        int held = 0;
        int next = 0;
        for (long span : spans) {
            int first = Math.max(next, (int) (span >>> 32));
            int end = (int) span + 1;
            held += Math.max(0, end - first);
            next = Math.max(next, end);
        }
        return ratio(held, curve.size());
    }

    private static long span(EquityCurve curve, RoundTrip trip) {
        return ((long) barAt(curve, trip.entryTime().toEpochMilli()) << 32)
                | barAt(curve, trip.exitTime().toEpochMilli());
    }

    /** The bar that was forming at {@code timeMs}: the first that closes after it. */
    private static int barAt(EquityCurve curve, long timeMs) {
        int low = 0;
        int high = Math.max(0, curve.size() - 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (curve.timeMs(middle) <= timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final class Side {
        private int count;
        private int wins;
        private double profit;

        void add(double amount) {
            count++;
            profit += amount;
            wins += amount > 0 ? 1 : 0;
        }

        Metrics.SideTrades figures() {
            return new Metrics.SideTrades(count, ratio(wins, count), profit);
        }
    }
}
