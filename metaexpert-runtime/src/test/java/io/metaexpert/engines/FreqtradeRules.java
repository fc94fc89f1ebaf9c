package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * Freqtrade's backtesting with {@code stake_amount: unlimited} and one open trade: a signal of a candle enters or exits at the open of the
 * next one. The stake is 99 % of the balance ({@code tradable_balance_ratio}) and does not include the fee; the amount is cut to the precision of
 * the exchange, here 8 decimals. The fee is charged on both sides. What is open at the end is force-exited at the open of the last candle, on which
 * nothing is entered. Long only.
 */
record FreqtradeRules() implements RuleSet {
    static final double RATIO = 0.99;
    private static final double PRECISION = 1e8;

    @Override
    public List<RuleFill> run(Bars bars, int[] signals, double fee) {
        List<RuleFill> fills = new ArrayList<>();
        double balance = CASH;
        double held = 0;
        int last = bars.size() - 1;
        for (int i = 1; i <= last; i++) {
            double open = bars.open(i);
            if (signals[i - 1] > 0 && held == 0 && i < last) {
                held = Math.floor(balance * RATIO / open * PRECISION) / PRECISION;
                fills.add(new RuleFill(i, true, open, held, held * open * fee));
                balance -= held * open * (1 + fee);
            } else if (held > 0 && (signals[i - 1] < 0 || i == last)) {
                fills.add(new RuleFill(i, false, open, held, held * open * fee));
                balance += held * open * (1 - fee);
                held = 0;
            }
        }
        return fills;
    }
}
