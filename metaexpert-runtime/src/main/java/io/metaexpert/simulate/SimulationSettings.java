package io.metaexpert.simulate;

import io.metaexpert.market.Money;
import java.math.BigDecimal;

/**
 * What the simulated venue needs to know.
 *
 * @param capital what the account starts with, in the currency in which its instruments are settled
 * @param leverage of futures; 1 for spot and options
 * @param slippage by which market and stop orders fill worse, as a fraction (0.001 = 0.1 %)
 * @param cross whether positions share the account's margin; else each has its own
 * @param liquidation whether positions whose margin is used up are closed
 * @param hedge whether an instrument has a long and a short position side by side
 * @param fills when and at which prices orders fill
 */
public record SimulationSettings(
        Money capital,
        BigDecimal leverage,
        BigDecimal slippage,
        boolean cross,
        boolean liquidation,
        boolean hedge,
        FillSettings fills) {
    /** Margin of their own for positions, which can be liquidated. */
    public SimulationSettings(Money capital, BigDecimal leverage, BigDecimal slippage) {
        this(capital, leverage, slippage, false, true);
    }

    /** The usual fills. */
    public SimulationSettings(
            Money capital, BigDecimal leverage, BigDecimal slippage, boolean cross, boolean liquidation) {
        this(capital, leverage, slippage, cross, liquidation, false, FillSettings.USUAL);
    }
}
