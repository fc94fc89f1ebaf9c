package io.metaexpert.report;

import io.metaexpert.performance.EquityCurve;
import java.util.ArrayList;
import java.util.List;

/** Equity at the end of each UTC month against that of the month before, the first against the start equity. */
final class MonthlyReturns {
    /**
     * One month.
     *
     * @param name such as {@code 2018-01}
     */
    record Month(String name, double value) {}

    private MonthlyReturns() {}

    static List<Month> of(EquityCurve curve, double startEquity) {
        List<Month> months = new ArrayList<>();
        var text = new TimeText();
        double before = startEquity;
        int from = 0;
        while (from < curve.size()) {
            // A close at midnight belongs to the day that ends.
            String name = text.text(curve.timeMs(from) - 1).substring(0, 7);
            int to = endOfMonth(curve, text, from, name);
            double end = curve.equity(to - 1);
            months.add(new Month(name, before == 0 ? Double.NaN : end / before - 1));
            before = end;
            from = to;
        }
        return months;
    }

    /** The first point after the month, by doubling and halving, as a month of minutes is 44,640 points. */
    private static int endOfMonth(EquityCurve curve, TimeText text, int from, String name) {
        int low = from;
        int step = 1;
        while (low + step < curve.size() && inMonth(curve, text, low + step, name)) {
            low += step;
            step *= 2;
        }
        int high = Math.min(curve.size(), low + step);
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (inMonth(curve, text, middle, name)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static boolean inMonth(EquityCurve curve, TimeText text, int i, String name) {
        return text.text(curve.timeMs(i) - 1).startsWith(name);
    }
}
