package io.metaexpert.protection;

import java.math.BigDecimal;

/** How far a level is from the average entry, or a trailing stop from the best price. */
public sealed interface Distance {
    /** As it would be written, such as {@code 2%}, {@code 1.5R} or {@code atr(14)*2}. */
    String text();

    /**
     * A share of the price.
     *
     * @param value above 0 (0.02 = 2 %)
     */
    record Fraction(BigDecimal value) implements Distance {
        @Override
        public String text() {
            return value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
    }

    /**
     * A multiple of R, the distance between the entry and the first stop: that of {@code protection.stop-loss}, or the one that was given with
     * the order.
     */
    record RMultiple(BigDecimal factor) implements Distance {
        @Override
        public String text() {
            return factor.toPlainString() + "R";
        }
    }

    /** A multiple of the average true range over {@code period} bars of the strategy's timeframe, as it was at the entry. */
    record AtrMultiple(int period, BigDecimal factor) implements Distance {
        @Override
        public String text() {
            return "atr(" + period + ")*" + factor.toPlainString();
        }
    }
}
