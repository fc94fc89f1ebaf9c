package io.metaexpert.engine;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.api.OrderHandle;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Asks at random for all that can be asked of orders, and shows its context at every bar before and after. */
@Expert
final class LimitBreaker {
    static BiConsumer<ExpertContext, LimitBreaker> before = (ctx, trader) -> {};
    static BiConsumer<ExpertContext, LimitBreaker> after = (ctx, trader) -> {};

    @Input
    int seed = 1;

    @Input
    boolean hedge;

    /** Only what limits that are far away do not change: in a position's own side, or at the market and once a bar. */
    @Input
    boolean plain;

    private SplittableRandom random = new SplittableRandom(1);
    private boolean seeded;
    private final List<OrderHandle> mine = new ArrayList<>();

    /** What was asked for at this bar. */
    final List<Wish> wishes = new ArrayList<>();

    /** Whether something was closed, changed or taken back at this bar. */
    boolean meddled;

    final List<Transaction.OrderDenied> denied = new ArrayList<>();
    final Set<String> deniedIds = new HashSet<>();

    record Wish(OrderHandle order, String symbol, boolean onlyCloses) {}

    @OnBar
    void bar(Bar bar, ExpertContext ctx) {
        if (!bar.instrument().symbol().equals(ctx.symbols().getFirst())) {
            return;
        }
        if (!seeded) {
            random = new SplittableRandom(seed);
            seeded = true;
        }
        before.accept(ctx, this);
        wishes.clear();
        meddled = random.nextInt(4) == 0;
        if (meddled) {
            meddle(ctx);
        } else {
            order(ctx);
        }
        after.accept(ctx, this);
    }

    private void order(ExpertContext ctx) {
        Set<String> used = new HashSet<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            String symbol = ctx.symbols().get(random.nextInt(ctx.symbols().size()));
            Side side = random.nextInt(5) < 3 ? Side.BUY : Side.SELL;
            submit(ctx, symbol, side, plain && !used.add(symbol));
        }
    }

    private void submit(ExpertContext ctx, String symbol, Side side, boolean skip) {
        double price = ctx.series(symbol, "1h").close(0);
        OrderSize size = size(price, ctx.instrument(symbol).quoteCurrency());
        boolean market = random.nextBoolean();
        double near = price * random.nextDouble(0.97, 1.03);
        int kind = random.nextInt(3);
        boolean reduceOnly = random.nextInt(6) == 0;
        PositionSide position = random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT;
        if (skip) {
            return;
        }
        var order = ctx.order(symbol, side).size(size);
        if (hedge) {
            order.positionSide(position);
            reduceOnly &= (side == Side.BUY) != (position == PositionSide.LONG);
        }
        if (reduceOnly) {
            order.reduceOnly();
        }
        if (!market && !plain) {
            switch (kind) {
                case 0 -> order.limit(near);
                case 1 -> order.stopMarket(price * (1 + side.sign() * 0.01));
                default -> order.stopLimit(price * (1 + side.sign() * 0.01), price * (1 + side.sign() * 0.012));
            }
        }
        boolean closes = reduceOnly || closes(ctx, symbol, side, size);
        OrderHandle handle = order.submit();
        mine.add(handle);
        wishes.add(new Wish(handle, symbol, closes));
    }

    private OrderSize size(double price, String currency) {
        double amount = random.nextDouble(100, 8_000);
        int kind = random.nextInt(plain ? 2 : 4);
        return switch (kind) {
            case 0 -> new OrderSize.Base(new Quantity(BigDecimal.valueOf(Math.max(1, Math.round(amount / price)))));
            case 1 -> OrderSize.equity("0." + (1 + random.nextInt(9)));
            case 2 -> OrderSize.quote(String.valueOf(Math.round(amount)), currency);
            default -> OrderSize.risk("0.01");
        };
    }

    /** Whether an order makes the position smaller whatever else happens before it. */
    private boolean closes(ExpertContext ctx, String symbol, Side side, OrderSize size) {
        if (hedge || !(size instanceof OrderSize.Base(var quantity))) {
            return false;
        }
        Position held = ctx.position(symbol);
        boolean opposite = side == Side.SELL ? held.isLong() : held.isShort();
        boolean alone = ctx.orders().stream()
                .noneMatch(order -> order.request().side() == side
                        && order.request().instrument().symbol().equals(symbol));
        return opposite && alone && quantity.value().compareTo(held.quantity().value()) <= 0;
    }

    private void meddle(ExpertContext ctx) {
        mine.removeIf(order -> !order.isOpen());
        for (OrderHandle order : List.copyOf(mine)) {
            if (random.nextInt(3) == 0) {
                ctx.cancel(order);
            } else if (order.order().request().type() instanceof OrderType.Limit limit) {
                ctx.modify(
                        order,
                        new OrderType.Limit(limit.price()),
                        new Quantity(BigDecimal.valueOf(random.nextInt(1, 90))));
            }
        }
        int choice = random.nextInt(4);
        for (String symbol : ctx.symbols()) {
            if (choice == 0) {
                ctx.close(symbol, "enough");
            }
        }
    }

    @OnTransaction
    void transaction(Transaction transaction) {
        if (transaction instanceof Transaction.OrderDenied it) {
            denied.add(it);
            deniedIds.add(it.request().clientOrderId());
        }
    }
}
