package io.metaexpert.backtest;

import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.SizingValue;
import io.metaexpert.market.Money;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.OrderSize;
import java.math.BigDecimal;

/** The configured size of an order. */
public final class Sizing {
    private Sizing() {}

    /** What {@code ctx.size()} answers. */
    public static OrderSize of(MetaExpertConfig.Sizing sizing) {
        return switch (sizing.value()) {
            case SizingValue.Base(Money quantity) -> new OrderSize.Base(new Quantity(quantity.amount()));
            case SizingValue.Quote(Money amount) -> new OrderSize.Quote(amount);
            case SizingValue.EquityShare(BigDecimal fraction) -> new OrderSize.EquityShare(fraction);
            case SizingValue.RiskShare(BigDecimal fraction) -> new OrderSize.RiskShare(fraction);
        };
    }
}
