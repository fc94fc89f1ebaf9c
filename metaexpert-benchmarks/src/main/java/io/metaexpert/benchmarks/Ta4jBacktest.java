package io.metaexpert.benchmarks;

import io.metaexpert.indicator.SeriesCursor;
import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The same rules by ta4j's own backtest, on ta4j's own series of doubles. */
final class Ta4jBacktest {
    private final BarSeries series;

    Ta4jBacktest(Bars bars) {
        series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        SeriesCursor source = new SeriesCursor(new InstrumentId("benchmark", "BTC/USD"), bars);
        for (int i = 0; i < bars.size(); i++) {
            source.setEnd(i);
            series.addBar(source.series().getBar(i));
        }
    }

    /** Answers how many positions there were. */
    double run() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        EMAIndicator fast = new EMAIndicator(close, 12);
        EMAIndicator slow = new EMAIndicator(close, 48);
        BaseStrategy strategy =
                new BaseStrategy(new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), 48);
        return new BarSeriesManager(series).run(strategy).getPositionCount();
    }
}
