package io.metaexpert.stress.expert;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnTick;
import io.metaexpert.market.Tick;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Buys, sells, waits at limits and closes by chance, and mostly wants much. */
@Expert
public final class RandomTrader {
    @Input(description = "of all that it decides")
    long seed = 1;

    @Input(description = "whether it sells more often than it buys")
    boolean sells = false;

    private final Pace pace = new Pace();
    private @Nullable SplittableRandom random;

    @OnTick
    void trade(Tick tick, ExpertContext ctx) {
        if (pace.isDue(tick, ctx)) {
            if (random == null) {
                random = new SplittableRandom(seed);
            }
            trade(ctx, tick, random);
        }
    }

    private void trade(ExpertContext ctx, Tick tick, SplittableRandom chance) {
        String symbol = tick.instrument().symbol();
        double choice = chance.nextDouble();
        OrderSize size = OrderSize.equity(chance.nextDouble() < 0.5 ? "1" : "0.4");
        boolean sell = chance.nextDouble() < 0.85 == sells;
        if (choice < 0.1) {
            ctx.close(symbol, "chance");
        } else if (choice < 0.2) {
            ctx.cancelAll();
        } else if (choice < 0.4) {
            double price = tick.mid() * (sell ? 1.001 : 0.999);
            ctx.order(symbol, sell ? Side.SELL : Side.BUY)
                    .size(size)
                    .limit(price)
                    .submit();
        } else {
            ctx.order(symbol, sell ? Side.SELL : Side.BUY).size(size).submit();
        }
    }
}
