package io.metaexpert.stress.expert;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnTick;
import io.metaexpert.market.Tick;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Position;
import java.util.HashMap;
import java.util.Map;

/** Begins with a tenth of the equity, doubles whenever the price has gone against it, and closes with a small gain. */
@Expert
public final class Martingale {
    private static final double STEP = 0.005;
    private static final double TARGET = 0.004;
    private static final double FIRST = 0.1;

    @Input(description = "whether it sells rather than buys")
    boolean sells = false;

    private final Pace pace = new Pace();
    /** By symbol: the price of the last entry. */
    private final Map<String, Double> last = new HashMap<>();
    /** By symbol: the share of the equity that the next entry is for. */
    private final Map<String, Double> share = new HashMap<>();

    @OnTick
    void trade(Tick tick, ExpertContext ctx) {
        String symbol = tick.instrument().symbol();
        if (pace.isDue(tick, ctx) && !Pace.isPending(symbol, ctx)) {
            trade(ctx, symbol, tick);
        }
    }

    private void trade(ExpertContext ctx, String symbol, Tick tick) {
        Position position = ctx.position(symbol);
        double price = tick.mid();
        double sign = sells ? -1 : 1;
        if (position.isFlat()) {
            share.put(symbol, FIRST);
            enter(ctx, symbol, price);
        } else if (sign * (price / position.averageEntryPrice().doubleValue() - 1) > TARGET) {
            ctx.close(symbol, "gain");
        } else if (sign * (price / last.getOrDefault(symbol, price) - 1) < -STEP) {
            share.put(symbol, Math.min(1, 2 * share.getOrDefault(symbol, FIRST)));
            enter(ctx, symbol, price);
        }
    }

    private void enter(ExpertContext ctx, String symbol, double price) {
        String part = Double.toString(share.getOrDefault(symbol, FIRST));
        last.put(symbol, price);
        ctx.order(symbol, sells ? Side.SELL : Side.BUY)
                .size(OrderSize.equity(part))
                .submit();
    }
}
