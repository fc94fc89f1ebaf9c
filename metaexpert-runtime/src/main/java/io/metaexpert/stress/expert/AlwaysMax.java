package io.metaexpert.stress.expert;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnTick;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.stress.expert.Pace.Turn;

/** Wants all that the account can carry, in every symbol, at every moment, and never closes. */
@Expert
public final class AlwaysMax {
    private static final OrderSize ALL = OrderSize.equity("1");

    @Input(description = "whether it sells rather than buys")
    boolean sells = false;

    private final Pace pace = new Pace();

    @OnTick
    void want(ExpertContext ctx) {
        Turn turn = pace.turn(ctx);
        if (turn.isDue() && !turn.isPending(ctx)) {
            ctx.order(turn.symbol(), sells ? Side.SELL : Side.BUY).size(ALL).submit();
        }
    }
}
