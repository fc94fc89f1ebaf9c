package io.metaexpert.report;

import io.metaexpert.market.Bars;
import io.metaexpert.performance.EquityCurve;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Chooses the points of a series that are enough to draw it: of equal buckets the first, lowest, highest and last, for equity and for
 * drawdown apart, and the peak and the low of every drawdown, the deepest first as long as there is room.
 */
final class Decimation {
    /** First and last, lowest and highest of equity, lowest and highest of drawdown. */
    private static final int POINTS_PER_BUCKET = 6;

    private Decimation() {}

    /** Indices in rising order, at most {@code maxPoints}; all of them when there are no more. */
    static int[] equity(EquityCurve curve, double startEquity, int maxPoints) {
        int size = curve.size();
        if (size <= maxPoints) {
            return all(size);
        }
        // Half of the room for the shape, the rest for the drawdowns.
        int buckets = Math.max(1, maxPoints / 2 / POINTS_PER_BUCKET);
        var chosen = new BitSet(size);
        var drawdowns = new DrawdownExtremes(startEquity);
        for (int b = 0; b < buckets; b++) {
            int end = end(size, buckets, b);
            bucket(curve, drawdowns, chosen, end(size, buckets, b - 1), end);
        }
        drawdowns.finish();
        drawdowns.choose(chosen, maxPoints - chosen.cardinality());
        return chosen.stream().toArray();
    }

    private static void bucket(EquityCurve curve, DrawdownExtremes drawdowns, BitSet chosen, int start, int end) {
        int low = start;
        int high = start;
        int deep = start;
        int shallow = start;
        double lowest = curve.equity(start);
        double highest = lowest;
        double deepest = 1;
        double shallowest = -2;
        for (int i = start; i < end; i++) {
            double equity = curve.equity(i);
            double drawdown = drawdowns.add(i, equity);
            if (equity < lowest) {
                lowest = equity;
                low = i;
            }
            if (equity > highest) {
                highest = equity;
                high = i;
            }
            if (drawdown < deepest) {
                deepest = drawdown;
                deep = i;
            }
            if (drawdown > shallowest) {
                shallowest = drawdown;
                shallow = i;
            }
        }
        chosen.set(start);
        chosen.set(low);
        chosen.set(high);
        chosen.set(deep);
        chosen.set(shallow);
        chosen.set(end - 1);
    }

    /** Indices of bars for a line of closes, in rising order, at most {@code maxPoints}. */
    static int[] closes(Bars bars, int maxPoints) {
        int size = bars.size();
        if (size <= maxPoints) {
            return all(size);
        }
        int buckets = Math.max(1, maxPoints / 4);
        var chosen = new BitSet(size);
        for (int b = 0; b < buckets; b++) {
            bucket(bars, chosen, end(size, buckets, b - 1), end(size, buckets, b));
        }
        return chosen.stream().toArray();
    }

    private static void bucket(Bars bars, BitSet chosen, int start, int end) {
        int low = start;
        int high = start;
        double lowest = bars.close(start);
        double highest = lowest;
        for (int i = start + 1; i < end; i++) {
            double close = bars.close(i);
            if (close < lowest) {
                lowest = close;
                low = i;
            } else if (close > highest) {
                highest = close;
                high = i;
            }
        }
        chosen.set(start);
        chosen.set(low);
        chosen.set(high);
        chosen.set(end - 1);
    }

    private static int end(int size, int buckets, int bucket) {
        return (int) ((long) size * (bucket + 1) / buckets);
    }

    private static int[] all(int size) {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = i;
        }
        return indices;
    }

    /** Peak and low of every drawdown. */
    private static final class DrawdownExtremes {
        private double peak;
        private int peakAt = -1;
        private double low;
        private int lowAt = -1;
        private int count;
        private int[] peaks = new int[256];
        private int[] lows = new int[256];
        private double[] depths = new double[256];

        DrawdownExtremes(double startEquity) {
            peak = startEquity;
        }

        /** Takes the next point and returns its drawdown, 0 or negative. */
        double add(int i, double equity) {
            if (equity >= peak) {
                finish();
                peak = equity;
                peakAt = i;
                return 0;
            }
            if (lowAt < 0 || equity < low) {
                low = equity;
                lowAt = i;
            }
            return equity / peak - 1;
        }

        void finish() {
            if (lowAt < 0) {
                return;
            }
            if (count == peaks.length) {
                peaks = Arrays.copyOf(peaks, count * 2);
                lows = Arrays.copyOf(lows, count * 2);
                depths = Arrays.copyOf(depths, count * 2);
            }
            peaks[count] = Math.max(0, peakAt);
            lows[count] = lowAt;
            depths[count] = low / peak - 1;
            count++;
            lowAt = -1;
        }

        void choose(BitSet chosen, int room) {
            double limit = limit(room / 2);
            int left = room;
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < count; i++) {
                    boolean wanted = pass == 0 ? depths[i] < limit : depths[i] == limit;
                    if (wanted && left >= 2) {
                        left -= set(chosen, peaks[i]) + set(chosen, lows[i]);
                    }
                }
            }
        }

        /** The depth of the drawdown that is the last to fit. */
        private double limit(int fitting) {
            if (count <= fitting) {
                return 0;
            }
            double[] sorted = Arrays.copyOf(depths, count);
            Arrays.sort(sorted);
            return fitting == 0 ? Double.NEGATIVE_INFINITY : sorted[fitting - 1];
        }

        private static int set(BitSet chosen, int i) {
            if (chosen.get(i)) {
                return 0;
            }
            chosen.set(i);
            return 1;
        }
    }
}
