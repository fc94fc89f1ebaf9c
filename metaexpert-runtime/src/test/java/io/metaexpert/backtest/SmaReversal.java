package io.metaexpert.backtest;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Sma;

/** Always in the market: long while the fast average is above the slow one after a cross, else short. */
@Expert
final class SmaReversal {
    /** The bar after which everything is closed, so that it is closed at the next open; 0 for never. */
    @Input
    int lastBar = 0;

    private Sma fast;
    private Sma slow;

    @OnInit
    void start(ExpertContext ctx) {
        fast = ctx.indicators().sma(10);
        slow = ctx.indicators().sma(30);
    }

    @OnBar
    void trade(ExpertContext ctx) {
        if (ctx.series().size() == lastBar) {
            ctx.close("end");
        } else if (fast.crossedAbove(slow)) {
            ctx.close("turn");
            ctx.buy(ctx.size());
        } else if (fast.crossedBelow(slow)) {
            ctx.close("turn");
            ctx.sell(ctx.size());
        }
    }
}
