#parse("/experts/breakout-mtf/higher.vm")##
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Series;
import io.metaexpert.market.Bar;

/** Buys breakouts of the strategy's timeframe in the direction of the ${higher} trend. */
@Expert
public final class ${className} {
    @Input(min = 2, max = 500, step = 1, description = "buys above the highest high of this many bars")
    int entryBars = 24;

    @Input(min = 2, max = 500, step = 1, description = "closes below the lowest low of this many bars")
    int exitBars = 12;

    @Input(min = 1, max = 100, step = 1, description = "bars of the trend")
    int trendBars = 3;

    private boolean trendIsUp;

    @OnInit
    void start() {
        trendIsUp = false;
    }

    /** A bar of ${higher} has closed. At the same instant the smaller timeframe comes first. */
    @OnBar(timeframe = "${higher}")
    void readTrend(Bar bar, ExpertContext ctx) {
        Series series = ctx.series("${higher}");
        trendIsUp = series.size() > trendBars && bar.close() > series.close(trendBars);
    }

    /** A bar of the strategy's timeframe has closed; it is age 0 of the series, the bars before it are ages 1 and up. */
    @OnBar
    void trade(Bar bar, ExpertContext ctx) {
        Series series = ctx.series();
        if (series.size() <= Math.max(entryBars, exitBars)) {
            return;
        }
        if (ctx.position().isFlat() && trendIsUp && bar.close() > highestHigh(series)) {
            ctx.buy(ctx.size(), "breakout");
        } else if (ctx.position().isLong() && bar.close() < lowestLow(series)) {
            ctx.close("breakdown");
        }
    }

    private double highestHigh(Series series) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int age = 1; age <= entryBars; age++) {
            highest = Math.max(highest, series.high(age));
        }
        return highest;
    }

    private double lowestLow(Series series) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int age = 1; age <= exitBars; age++) {
            lowest = Math.min(lowest, series.low(age));
        }
        return lowest;
    }
}
