package io.metaexpert.eventlog;

import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnDeinit;
import io.metaexpert.api.OnError;
import io.metaexpert.api.OnInit;
import io.metaexpert.api.OnOrder;
import io.metaexpert.api.OnTimer;
import io.metaexpert.api.OrderHandle;
import io.metaexpert.market.Price;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import java.util.Optional;

/** Asks for everything that can be asked for, one minute after another. */
@Expert
final class Talker {
    private Optional<OrderHandle> resting = Optional.empty();

    @OnInit
    void init() {}

    @OnBar
    void bar(ExpertContext ctx) {
        switch (ctx.series().size()) {
            case 1 -> ctx.buy(OrderSize.base("2"), "first");
            case 2 ->
                resting = Optional.of(ctx.order(Side.SELL)
                        .size(OrderSize.quote("5", "USDT"))
                        .limit(99)
                        .submit());
            case 3 -> ctx.modify(resting.orElseThrow(), new OrderType.Limit(Price.of("98")));
            case 4 -> ctx.cancel(resting.orElseThrow());
            case 5 -> throw new IllegalStateException("no idea");
            default -> {}
        }
    }

    @OnTimer(every = "330s")
    void timer(ExpertContext ctx) {
        ctx.close("all of it");
        ctx.close("all of it, again");
        ctx.stop("enough");
    }

    @OnOrder
    void order() {}

    @OnError
    void error() {}

    @OnDeinit
    void end(DeinitReason reason) {}
}
