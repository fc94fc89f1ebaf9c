package io.metaexpert.engine;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.event.Transaction;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Orders at random, adds up what it is told of costs, and shows its context to whoever looks. */
@Expert
final class RandomTrader {
    static BiConsumer<ExpertContext, RandomTrader> looker = (ctx, trader) -> {};

    @Input
    int seed = 1;

    private SplittableRandom random = new SplittableRandom(1);
    private boolean seeded;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal funding = BigDecimal.ZERO;
    BigDecimal insurance = BigDecimal.ZERO;
    int liquidations;

    @OnBar
    void bar(ExpertContext ctx) {
        looker.accept(ctx, this);
        if (!seeded) {
            random = new SplittableRandom(seed);
            seeded = true;
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            String symbol = ctx.symbols().get(random.nextInt(ctx.symbols().size()));
            var order = ctx.order(symbol, random.nextBoolean() ? Side.BUY : Side.SELL)
                    .size(OrderSize.equity("0." + (1 + random.nextInt(9))));
            if (random.nextInt(4) == 0) {
                order = order.limit(ctx.series(symbol, "1h").close(0) * random.nextDouble(0.98, 1.02));
            }
            order.submit();
        }
        if (random.nextInt(8) == 0) {
            ctx.cancelAll();
            ctx.symbols().forEach(symbol -> ctx.close(symbol, "enough"));
        }
    }

    @OnTransaction
    void transaction(Transaction transaction) {
        switch (transaction) {
            case Transaction.OrderFilled filled ->
                fees = fees.add(filled.fill().fee().amount());
            case Transaction.FundingPaid paid ->
                funding = funding.add(paid.amount().amount());
            case Transaction.PositionLiquidated liquidated -> {
                fees = fees.add(liquidated.fill().fee().amount());
                insurance = insurance.add(liquidated.insurance().amount());
                liquidations++;
            }
            case Transaction.PositionSettled settled ->
                fees = fees.add(settled.fee().amount());
            case Transaction.OrderTransaction other -> {}
        }
    }
}
