package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * Zipline without slippage and volume limit: an order that is placed while a bar is handled fills at the close of the next bar, in whole
 * shares; the cash may become negative. A fixed number of shares here, the commission a share of the value ({@code PerDollar}). LEAN's market orders on
 * daily bars of a market that closes become {@code MarketOnOpen} and fill at the open of the next bar instead. Long only.
 *
 * @param atClose Zipline; otherwise LEAN
 * @param shares per entry
 */
record ZiplineRules(boolean atClose, double shares) implements RuleSet {
    @Override
    public List<RuleFill> run(Bars bars, int[] signals, double fee) {
        List<RuleFill> fills = new ArrayList<>();
        boolean in = false;
        for (int i = 1; i < bars.size(); i++) {
            int signal = signals[i - 1];
            double price = atClose ? bars.close(i) : bars.open(i);
            if ((signal > 0 && !in) || (signal < 0 && in)) {
                fills.add(new RuleFill(i, signal > 0, price, shares, shares * price * fee));
                in = signal > 0;
            }
        }
        return fills;
    }
}
