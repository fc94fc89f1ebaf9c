package io.metaexpert.backtest;

import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.SizingValue;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.OrderSize;

/** The configured size of an order. */
final class Sizing {
    private Sizing() {}

    static OrderSize of(MetaExpertConfig.Sizing sizing) {
        SizingValue value = sizing.value();
        if (value instanceof SizingValue.Base base) {
            return new OrderSize.Base(new Quantity(base.quantity().amount()));
        }
        if (value instanceof SizingValue.Quote quote) {
            return new OrderSize.Quote(quote.amount());
        }
        return new OrderSize.EquityShare(((SizingValue.EquityShare) value).fraction());
    }
}
