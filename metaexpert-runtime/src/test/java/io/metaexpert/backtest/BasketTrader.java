package io.metaexpert.backtest;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Ema;
import io.metaexpert.market.Bar;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** EMA 12/48 on every symbol, long only, 100 of quote currency each time, all from one account. */
@Expert
public final class BasketTrader {
    private final Map<String, Ema> fast = new HashMap<>();
    private final Map<String, Ema> slow = new HashMap<>();

    @OnInit
    void start(ExpertContext ctx) {
        for (String symbol : ctx.symbols()) {
            fast.put(symbol, ctx.indicators(symbol, "5m").ema(12));
            slow.put(symbol, ctx.indicators(symbol, "5m").ema(48));
        }
    }

    @OnBar
    void trade(Bar bar, ExpertContext ctx) {
        String symbol = bar.instrument().symbol();
        Ema quick = Objects.requireNonNull(fast.get(symbol));
        Ema steady = Objects.requireNonNull(slow.get(symbol));
        if (quick.crossedAbove(steady) && ctx.position(symbol).isFlat()) {
            ctx.order(symbol, Side.BUY).size(OrderSize.quote("100", "USDT")).submit();
        } else if (quick.crossedBelow(steady) && ctx.position(symbol).isLong()) {
            ctx.close(symbol, "fell below");
        }
    }
}
