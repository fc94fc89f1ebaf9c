package io.metaexpert.performance.daily;

import java.util.List;
import java.util.Optional;

/**
 * Figures of windows that end at one day after the other. A window is {@code days} daily returns, days without a bar left out, so 30 of
 * them are 30 calendar days where the market never closes. D is the days per year of the run (365, or 252 without weekends).
 *
 * @param days returns in a window
 * @param summary over all windows; empty when the run has none
 * @param points one per window, at most 400, evenly chosen with the last one always among them
 * @param missing why there is no window; empty when there is one
 */
public record Rolling(int days, Optional<Summary> summary, List<Point> points, String missing) {

    /**
     * One window.
     *
     * @param timeMs when it ends, epoch milliseconds UTC
     * @param totalReturn equity at its end over that at its start, minus 1; not annualised
     * @param volatility {@code sd(r) * sqrt(D)}, sample deviation
     * @param sharpe {@code mean(r) / sd(r) * sqrt(D)} (W. Sharpe, 1994), with the arithmetic mean, as a month compounded over a year
     *     would run away; NaN when nothing moved
     * @param maxDrawdown of the ends of days within the window, 0 or negative
     */
    public record Point(long timeMs, double totalReturn, double volatility, double sharpe, double maxDrawdown) {}

    /**
     * The extremes of all windows.
     *
     * @param windows how many there are
     * @param profitable share of windows with a return above 0
     */
    public record Summary(int windows, double profitable, Point worst, Point best, double deepestDrawdown) {}

    public Rolling {
        points = List.copyOf(points);
    }
}
