package io.metaexpert.engine;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;

/**
 * One instrument of a run and its data.
 *
 * @param bars history and run; may grow while the run goes on
 * @param history how many of the bars are known before the strategy starts
 */
public record MarketFeed(Instrument instrument, Bars bars, int history) {}
