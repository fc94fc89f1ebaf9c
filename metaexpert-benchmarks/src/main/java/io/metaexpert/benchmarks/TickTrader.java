package io.metaexpert.benchmarks;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnTick;
import io.metaexpert.market.Tick;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;

/** Looks at every tick; every thousandth it buys at the bid or sells what it has at the ask, and waits for a fill. */
@Expert
public final class TickTrader {
    private static final int PAUSE = 1_000;

    private long seen;
    private double spreads;

    @OnTick(conflate = false)
    void look(Tick tick, ExpertContext ctx) {
        spreads += tick.ask() - tick.bid();
        if (++seen % PAUSE == 0 && spreads > 0) {
            ctx.cancelAll();
            boolean flat = ctx.position().isFlat();
            ctx.order(flat ? Side.BUY : Side.SELL)
                    .size(OrderSize.base("0.01"))
                    .limit(flat ? tick.bid() : tick.ask())
                    .submit();
        }
    }
}
