package io.metaexpert.benchmarks;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Ema;

/** The strategy of all engine benchmarks, that of the template ema-cross: EMA 12/48, long only, all in. */
@Expert
public final class EmaCross {
    private Ema fast;
    private Ema slow;

    @OnInit
    void start(ExpertContext ctx) {
        fast = ctx.indicators().ema(12);
        slow = ctx.indicators().ema(48);
    }

    @OnBar
    void trade(ExpertContext ctx) {
        if (fast.crossedAbove(slow) && ctx.position().isFlat()) {
            ctx.buy(ctx.size());
        } else if (fast.crossedBelow(slow) && ctx.position().isLong()) {
            ctx.close("fast EMA fell below slow");
        }
    }
}
