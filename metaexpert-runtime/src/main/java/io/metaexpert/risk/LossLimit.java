package io.metaexpert.risk;

import io.metaexpert.market.Money;
import java.math.BigDecimal;

/** How much may be lost in a day. */
public sealed interface LossLimit {
    /** An amount of the account's currency, above zero. */
    record Amount(Money money) implements LossLimit {}

    /**
     * A share of the equity with which the day began.
     *
     * @param fraction above 0, at most 1 (0.05 = 5 %)
     */
    record Share(BigDecimal fraction) implements LossLimit {}

    /** The limit in the account's currency, on a day that began with {@code dayStart}. */
    default double of(double dayStart) {
        return switch (this) {
            case Amount(var money) -> money.toDouble();
            case Share(var fraction) -> fraction.doubleValue() * dayStart;
        };
    }
}
