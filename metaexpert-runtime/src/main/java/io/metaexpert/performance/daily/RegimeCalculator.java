package io.metaexpert.performance.daily;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import io.metaexpert.performance.DayEnds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Splits a run by market regime. The rule, with R the return and S the sample deviation of the daily returns of the 20 days before a day:
 *
 * <ul>
 *   <li><b>up, down, sideways</b>: a trend where |R| is above the median of all |R| so far, by the sign of R; else sideways;
 *   <li><b>calm, volatile</b>: volatile where S is above the median of all S so far; else calm;
 *   <li>the first 20 values of each are for the medians; days before that are {@link Regime#UNKNOWN}.
 * </ul>
 *
 * Bars before the run (lookback) count as history. A day of the run is never part of its own rule.
 */
public final class RegimeCalculator {
    /** With fewer known days, six regimes have next to nothing in them. */
    static final int LEAST_KNOWN_DAYS = 30;

    private final DailyCurve run;
    private final HeldTime held;
    private final HeldAsset asset;
    private final long[] days;
    private final double[] closes;
    private final Regime[] known;

    private RegimeCalculator(DailyCurve run, HeldTime held, HeldAsset asset) {
        this.run = run;
        this.held = held;
        this.asset = asset;
        Bars bars = asset.bars();
        int[] ends = DayEnds.of(bars.size(), bars::closeTimeMs);
        days = new long[ends.length];
        closes = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            days[i] = DayEnds.dayOf(bars.closeTimeMs(ends[i]));
            closes[i] = bars.close(ends[i]);
        }
        known = RegimeRule.of(closes);
    }

    /** The split by the regimes of {@code asset}, the first symbol of the run. */
    public static RegimeSplit of(DailyCurve run, HeldTime held, HeldAsset asset) {
        Timeframe timeframe = asset.bars().timeframe();
        if (timeframe.lengthMs() > DayEnds.DAY_MS) {
            return RegimeSplit.missing(asset.symbol(), "bars of " + timeframe + " are longer than a day");
        }
        return new RegimeCalculator(run, held, asset).split();
    }

    private RegimeSplit split() {
        long[] heldMs = held.perDay(run);
        Map<Regime, RegimeSums> sums = new EnumMap<>(Regime.class);
        for (Regime regime : Regime.values()) {
            sums.put(regime, new RegimeSums());
        }
        int labelled = 0;
        int next = 0;
        for (int i = 0; i < run.size(); i++) {
            long day = run.epochDay(i);
            while (next < days.length && days[next] < day) {
                next++;
            }
            Regime regime = next == 0 ? Regime.UNKNOWN : known[next - 1];
            labelled += regime == Regime.UNKNOWN ? 0 : 1;
            double market = next < days.length && days[next] == day ? marketFactor(next) : 1;
            long from = i == 0 ? held.fromMs() : run.timeMs(i - 1);
            Objects.requireNonNull(sums.get(regime))
                    .add(run.profit(i), run.factor(i), market, heldMs[i], run.timeMs(i) - from);
        }
        if (labelled < LEAST_KNOWN_DAYS) {
            return RegimeSplit.missing(asset.symbol(), tooShort(labelled));
        }
        List<RegimeSplit.Part> parts = new ArrayList<>();
        for (Map.Entry<Regime, RegimeSums> part : sums.entrySet()) {
            parts.add(part.getValue().part(part.getKey()));
        }
        return new RegimeSplit(asset.symbol(), parts, "");
    }

    /** The first close of all has only the open of its own day, or of the run, to be measured against. */
    private double marketFactor(int day) {
        return closes[day] / (day > 0 ? closes[day - 1] : asset.bars().open(asset.first()));
    }

    private String tooShort(int labelled) {
        return "the rule knows the market after " + 2 * RegimeRule.DAYS + " days of prices and needs "
                + LEAST_KNOWN_DAYS + " days of the run after that, there are " + labelled;
    }
}
