package io.metaexpert.engines;

import io.metaexpert.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * vectorbt's {@code Portfolio.from_signals} with {@code size=inf}: all cash in, all out, fractional, the fee within the cash. By default an
 * order fills at the close of its signal's own bar; with signals shifted by one bar and {@code price=open} at the next open. Long only.
 *
 * @param nextOpen whether signals are shifted and the price is the open
 */
record VectorbtRules(boolean nextOpen) implements RuleSet {
    @Override
    public List<RuleFill> run(Bars bars, int[] signals, double fee) {
        List<RuleFill> fills = new ArrayList<>();
        double cash = CASH;
        double held = 0;
        for (int i = 1; i < bars.size(); i++) {
            int signal = nextOpen ? signals[i - 1] : signals[i];
            double price = nextOpen ? bars.open(i) : bars.close(i);
            if (signal > 0 && held == 0) {
                held = cash / (price * (1 + fee));
                fills.add(new RuleFill(i, true, price, held, held * price * fee));
                cash = 0;
            } else if (signal < 0 && held > 0) {
                fills.add(new RuleFill(i, false, price, held, held * price * fee));
                cash += held * price * (1 - fee);
                held = 0;
            }
        }
        return fills;
    }
}
