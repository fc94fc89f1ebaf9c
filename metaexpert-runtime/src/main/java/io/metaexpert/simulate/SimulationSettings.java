package io.metaexpert.simulate;

import io.metaexpert.market.Money;
import java.math.BigDecimal;

/**
 * What the simulated venue needs to know.
 *
 * @param capital what the account starts with
 * @param leverage of futures; 1 for spot
 * @param slippage by which market and stop orders fill worse, as a fraction (0.001 = 0.1 %)
 */
public record SimulationSettings(Money capital, BigDecimal leverage, BigDecimal slippage) {}
