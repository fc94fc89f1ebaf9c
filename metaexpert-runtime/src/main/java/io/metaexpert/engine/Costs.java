package io.metaexpert.engine;

import java.math.BigDecimal;

/**
 * What trading costs beside fees, as far as it is known beforehand; fractions.
 *
 * @param slippage of market and stop orders
 * @param spread between bid and ask where no quotes are known; 0 when nothing is assumed
 */
public record Costs(BigDecimal slippage, BigDecimal spread) {
    public static final Costs NONE = new Costs(BigDecimal.ZERO, BigDecimal.ZERO);
}
