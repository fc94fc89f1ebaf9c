package io.metaexpert.backtest;

import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.SizingValue;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.OrderSize;

/** The configured size of an order. */
final class Sizing {
    private Sizing() {}

    static OrderSize of(MetaExpertConfig.Sizing sizing) {
        return switch (sizing.value()) {
            case SizingValue.Base(var quantity) -> new OrderSize.Base(new Quantity(quantity.amount()));
            case SizingValue.Quote(var amount) -> new OrderSize.Quote(amount);
            case SizingValue.EquityShare(var fraction) -> new OrderSize.EquityShare(fraction);
        };
    }
}
