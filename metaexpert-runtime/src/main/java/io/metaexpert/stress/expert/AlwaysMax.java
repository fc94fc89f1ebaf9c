package io.metaexpert.stress.expert;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnTick;
import io.metaexpert.market.Tick;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;

/** Wants all that the account can carry, in every symbol, at every moment, and never closes. */
@Expert
public final class AlwaysMax {
    private static final OrderSize ALL = OrderSize.equity("1");

    @Input(description = "whether it sells rather than buys")
    boolean sells = false;

    private final Pace pace = new Pace();

    @OnTick
    void want(Tick tick, ExpertContext ctx) {
        String symbol = tick.instrument().symbol();
        if (pace.isDue(tick, ctx) && !Pace.isPending(symbol, ctx)) {
            ctx.order(symbol, sells ? Side.SELL : Side.BUY).size(ALL).submit();
        }
    }
}
