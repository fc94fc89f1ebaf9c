package io.metaexpert.benchmarks;

import io.metaexpert.market.Bars;

/** The same rules as {@link EmaCross} in one loop over doubles: how fast it could be at best. */
final class PlainLoop {
    private PlainLoop() {}

    /** Answers the last equity. */
    static double run(Bars bars, double fee) {
        double fast = bars.close(0);
        double slow = fast;
        double cash = 10_000;
        double quantity = 0;
        int order = 0;
        for (int i = 0; i < bars.size(); i++) {
            if (order > 0) {
                quantity = cash / (bars.open(i) * (1 + fee));
                cash = 0;
            } else if (order < 0) {
                cash = quantity * bars.open(i) * (1 - fee);
                quantity = 0;
            }
            double fastBefore = fast;
            double slowBefore = slow;
            fast += (bars.close(i) - fast) * 2 / 13;
            slow += (bars.close(i) - slow) * 2 / 49;
            order = 0;
            if (i >= 48 && fastBefore <= slowBefore && fast > slow && quantity == 0) {
                order = 1;
            } else if (i >= 48 && fastBefore >= slowBefore && fast < slow && quantity > 0) {
                order = -1;
            }
        }
        return cash + quantity * bars.close(bars.size() - 1);
    }
}
