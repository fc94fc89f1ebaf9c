package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * Backtrader: a market order fills at the open of the next bar. Its size is fixed when it is sent: one unit ({@code FixedSize}, the
 * default) or a percentage of the cash at the close of the signal ({@code PercentSizer}). What the cash cannot pay at the open, commission
 * included, is refused with {@code Margin} and forgotten. Long only.
 *
 * @param percent of the cash; 0 for one unit
 */
record BacktraderRules(double percent) implements RuleSet {
    @Override
    public List<RuleFill> run(Bars bars, int[] signals, double fee) {
        List<RuleFill> fills = new ArrayList<>();
        double cash = CASH;
        double held = 0;
        for (int i = 1; i < bars.size(); i++) {
            double open = bars.open(i);
            if (signals[i - 1] > 0 && held == 0) {
                double quantity = percent == 0 ? 1 : cash / bars.close(i - 1) * percent / 100;
                double cost = quantity * open * (1 + fee);
                if (cost <= cash) {
                    fills.add(new RuleFill(i, true, open, quantity, quantity * open * fee));
                    cash -= cost;
                    held = quantity;
                }
            } else if (signals[i - 1] < 0 && held > 0) {
                fills.add(new RuleFill(i, false, open, held, held * open * fee));
                cash += held * open * (1 - fee);
                held = 0;
            }
        }
        return fills;
    }
}
