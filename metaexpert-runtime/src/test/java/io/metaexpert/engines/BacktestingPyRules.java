package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * backtesting.py with {@code exclusive_orders=True}: a new order closes the trade before it, both at the open of the next bar. The whole
 * equity goes in, in whole units ({@code FractionalBacktest}: in multiples of a fraction of a unit), or a fixed size. The relative commission
 * is charged at entry and at exit, and the price that sizes an order includes it. Long and short.
 *
 * @param unit the smallest quantity
 * @param size a fixed quantity; 0 for all of the equity
 */
record BacktestingPyRules(double unit, double size) implements RuleSet {
    @Override
    public List<RuleFill> run(Bars bars, int[] signals, double fee) {
        List<RuleFill> fills = new ArrayList<>();
        double cash = CASH;
        double held = 0;
        for (int i = 1; i < bars.size(); i++) {
            int signal = signals[i - 1];
            if (signal == 0) {
                continue;
            }
            double open = bars.open(i);
            if (held != 0) {
                double commission = Math.abs(held) * open * fee;
                fills.add(new RuleFill(i, held < 0, open, Math.abs(held), commission));
                cash += held * open - commission;
            }
            double quantity = size > 0 ? size : Math.floor(cash / (open * (1 + fee)) / unit) * unit;
            double commission = quantity * open * fee;
            fills.add(new RuleFill(i, signal > 0, open, quantity, commission));
            held = signal * quantity;
            cash -= held * open + commission;
        }
        return fills;
    }
}
