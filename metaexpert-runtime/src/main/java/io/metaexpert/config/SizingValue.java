package io.metaexpert.config;

import io.metaexpert.market.Money;
import java.math.BigDecimal;

/** The value of {@code sizing.value}; its unit says which. */
public sealed interface SizingValue {
    /** As it would be written. */
    String text();

    /** {@code 0.01 BTC} with {@code sizing.type: fixed-base}. */
    record Base(Money quantity) implements SizingValue {
        @Override
        public String text() {
            return quantity.toString();
        }
    }

    /** {@code 1000 USDT} with {@code sizing.type: fixed-quote}. */
    record Quote(Money amount) implements SizingValue {
        @Override
        public String text() {
            return amount.toString();
        }
    }

    /**
     * {@code 10%} with {@code sizing.type: percent-equity}.
     *
     * @param fraction 0.1 for 10 %; above 0, at most 1
     */
    record EquityShare(BigDecimal fraction) implements SizingValue {
        @Override
        public String text() {
            return ValueTypes.percentText(fraction);
        }
    }

    /**
     * {@code 1%} with {@code sizing.type: risk-based}: what is lost between the entry and the stop.
     *
     * @param fraction 0.01 for 1 % of equity; above 0, at most 1
     */
    record RiskShare(BigDecimal fraction) implements SizingValue {
        @Override
        public String text() {
            return ValueTypes.percentText(fraction);
        }
    }
}
