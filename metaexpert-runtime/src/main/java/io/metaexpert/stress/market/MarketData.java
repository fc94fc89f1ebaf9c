package io.metaexpert.stress.market;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Ticks;

/**
 * What one instrument does in a scenario.
 *
 * @param real all that happens
 * @param shown what a strategy is shown of it: all but what happens while it is blind
 * @param bars shown: history and run
 * @param history how many of the bars are before the run
 */
public record MarketData(Traded traded, Ticks real, Ticks shown, Bars bars, int history) {}
