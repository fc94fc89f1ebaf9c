package io.metaexpert.backtest;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Ema;
import io.metaexpert.market.Bar;

/** Long only: in when the fast average crosses above the slow one, out when it crosses below. */
@Expert
@SuppressWarnings("NullAway.Init")
final class EmaCross {
    @Input(min = 2, max = 50)
    int fastPeriod = 12;

    @Input(min = 3, max = 200)
    int slowPeriod = 48;

    private Ema fast;
    private Ema slow;

    @OnInit
    InitResult start(ExpertContext ctx) {
        if (fastPeriod >= slowPeriod) {
            return InitResult.PARAMETERS_INCORRECT;
        }
        fast = ctx.indicators().ema(fastPeriod);
        slow = ctx.indicators().ema(slowPeriod);
        return InitResult.SUCCEEDED;
    }

    @OnBar
    void trade(Bar bar, ExpertContext ctx) {
        if (fast.crossedAbove(slow) && ctx.position().isFlat()) {
            ctx.buy(ctx.size(), "fast above slow");
        } else if (fast.crossedBelow(slow) && ctx.position().isLong()) {
            ctx.close("fast below slow");
        }
    }
}
