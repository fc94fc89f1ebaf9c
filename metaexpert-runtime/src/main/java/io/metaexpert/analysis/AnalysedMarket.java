package io.metaexpert.analysis;

import io.metaexpert.market.Bars;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Instrument;

/**
 * One symbol of a run.
 *
 * @param bars of the base timeframe, those in which orders fill, up to the last one that the run has seen
 * @param history how many of them precede the run
 */
public record AnalysedMarket(Instrument instrument, Bars bars, int history, DataQuality quality) {}
