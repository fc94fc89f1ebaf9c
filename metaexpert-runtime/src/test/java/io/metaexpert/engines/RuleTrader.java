package io.metaexpert.engines;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.indicator.Series;
import io.metaexpert.market.Bar;
import io.metaexpert.order.OrderSize;

/** Trades the crosses of two means with the order sizes of several engines. */
@Expert
final class RuleTrader {
    enum Sizing {
        /** What the configuration says. */
        CONFIGURED,
        UNITS,
        /** Percent of the cash by the close of the signal. */
        PERCENT_OF_CLOSE,
        /** A stake to which the fee is added. */
        STAKE,
        /** The balance less three fees, by the close of the signal. */
        THREE_FEES
    }

    @Input
    Sizing sizing = Sizing.CONFIGURED;

    @Input
    double amount = 1;

    @Input
    double fee = 0;

    @Input
    boolean reverses = false;

    /** The bar after which all is closed; 0 for never. */
    @Input
    int lastBar = 0;

    @OnBar
    void trade(Bar bar, ExpertContext ctx) {
        Series series = ctx.series();
        int signal = series.size() > Signals.SLOW ? Signals.newest(series::close) : 0;
        if (series.size() == lastBar) {
            ctx.close("end");
        } else if (signal > 0) {
            if (reverses) {
                ctx.close("turn");
            }
            if (reverses || ctx.position().isFlat()) {
                ctx.buy(size(bar, ctx));
            }
        } else if (signal < 0) {
            ctx.close("turn");
            if (reverses) {
                ctx.sell(size(bar, ctx));
            }
        }
    }

    private OrderSize size(Bar bar, ExpertContext ctx) {
        return switch (sizing) {
            case CONFIGURED -> ctx.size();
            case UNITS -> units(amount, ctx);
            case PERCENT_OF_CLOSE -> units(ctx.equity() / bar.close() * amount / 100, ctx);
            case STAKE -> OrderSize.quote(Double.toString(ctx.equity() * amount * (1 + fee)), "USD");
            case THREE_FEES -> units(SameCloseRules.sizeToQuantity(ctx.equity(), bar.close(), fee), ctx);
        };
    }

    private static OrderSize units(double quantity, ExpertContext ctx) {
        return OrderSize.base(ctx.instrument().quantity(quantity));
    }
}
