package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * Engines whose market orders fill at the close of the bar of the signal, as the strategy is called when that bar is complete and its close is
 * the last price: NautilusTrader on bars without a latency model, Jesse, and LEAN on minutes and on markets that never close. A fixed quantity
 * (the first and the last) or Jesse's {@code size_to_qty}: the balance less three times the fee, by the close, cut to 3 decimals. Long only.
 *
 * @param quantity fixed; 0 for {@code size_to_qty} of the whole balance
 */
record SameCloseRules(double quantity) implements RuleSet {
    @Override
    public List<RuleFill> run(Bars bars, int[] signals, double fee) {
        List<RuleFill> fills = new ArrayList<>();
        double balance = CASH;
        double held = 0;
        for (int i = 0; i < bars.size(); i++) {
            double close = bars.close(i);
            if (signals[i] > 0 && held == 0) {
                held = quantity > 0 ? quantity : sizeToQuantity(balance, close, fee);
                fills.add(new RuleFill(i, true, close, held, held * close * fee));
                balance -= held * close * (1 + fee);
            } else if (signals[i] < 0 && held > 0) {
                fills.add(new RuleFill(i, false, close, held, held * close * fee));
                balance += held * close * (1 - fee);
                held = 0;
            }
        }
        return fills;
    }

    static double sizeToQuantity(double balance, double price, double fee) {
        return Math.floor(balance * (1 - 3 * fee) / price * 1_000) / 1_000;
    }
}
