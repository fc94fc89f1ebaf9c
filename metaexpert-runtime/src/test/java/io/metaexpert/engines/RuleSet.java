package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.List;

/**
 * How an engine fills market orders that follow from signals on the close: written here as a plain loop over bars with doubles, from what that
 * engine's public documentation says. Cash at the start is 10,000.
 */
interface RuleSet {
    double CASH = 10_000;

    /**
     * The fills of a run.
     *
     * @param signals per bar, 1 to get in or long, -1 to get out or short
     * @param fee share of the value of a fill, charged on both sides
     */
    List<RuleFill> run(Bars bars, int[] signals, double fee);
}
