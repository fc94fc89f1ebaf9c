package io.metaexpert.stress.market;

import io.metaexpert.market.Instrument;

/**
 * An instrument of a scenario.
 *
 * @param major whether it moves as BTC and ETH do
 * @param price at which it begins
 * @param share of the event's move that it takes part in
 */
public record Traded(Instrument instrument, boolean major, double price, double share) {}
