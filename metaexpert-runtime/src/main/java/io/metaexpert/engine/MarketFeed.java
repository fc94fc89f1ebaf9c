package io.metaexpert.engine;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import io.metaexpert.portfolio.contract.MarginTiers;
import java.util.Optional;

/**
 * One instrument of a run and its data.
 *
 * @param bars history and run; may grow while the run goes on
 * @param history how many of the bars are known before the strategy starts
 * @param tiers by which the exchange asks for margin
 * @param tape what happens between the bars; empty where the data are bars alone
 */
public record MarketFeed(Instrument instrument, Bars bars, int history, Optional<TapeFeed> tape, MarginTiers tiers) {}
