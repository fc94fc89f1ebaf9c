package io.metaexpert.benchmarks;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Indicator;
import io.metaexpert.indicator.Indicators;
import java.util.List;

/** Reads five indicators at every bar. */
@Expert
public final class FiveIndicators {
    private Indicator[] indicators = {};
    private double sum;

    @OnInit
    void start(ExpertContext ctx) {
        Indicators all = ctx.indicators();
        indicators = List.of(all.sma(20), all.ema(48), all.rsi(14), all.atr(14), all.standardDeviation(20))
                .toArray(new Indicator[0]);
    }

    @OnBar
    void read(ExpertContext ctx) {
        for (Indicator indicator : indicators) {
            sum += indicator.value();
        }
        if (sum < 0) {
            ctx.stop("prices are positive");
        }
    }
}
