package io.metaexpert.analysis;

import io.metaexpert.analysis.Finding.Kind;
import io.metaexpert.api.BacktestResult;
import io.metaexpert.market.Decimals;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.RoundTrip;
import java.util.List;

/** Where the profit of the round trips comes from. */
final class ProfitRules {
    static final int FEW = 30;
    private static final double MOST = 0.5;
    private static final double HIGH_WIN_RATE = 0.9;
    private static final double LARGE_LOSS = 5;

    private final Metrics metrics;
    private final List<RoundTrip> trips;

    ProfitRules(BacktestResult result) {
        this.metrics = result.metrics();
        this.trips = result.roundTrips();
    }

    void look(List<Finding> findings) {
        count(findings);
        concentration(findings);
        losses(findings);
    }

    private void count(List<Finding> findings) {
        if (trips.isEmpty()) {
            findings.add(new Finding(
                    Kind.FEW_ROUND_TRIPS,
                    "There is no round trip, so nothing was tested: look at the conditions of entry, the warm-up and the"
                            + " refused orders."));
        } else if (trips.size() < FEW) {
            findings.add(new Finding(
                    Kind.FEW_ROUND_TRIPS,
                    "With " + Sentence.count(trips.size(), "round trip") + ", fewer than " + FEW
                            + ", skill cannot be told from luck: test a longer time or more symbols."));
        }
    }

    private void concentration(List<Finding> findings) {
        double sum = metrics.trades().expectancy() * trips.size();
        double open = openProfit();
        if (sum > 0 && open > MOST * sum) {
            findings.add(new Finding(
                    Kind.OPEN_AT_END,
                    "Positions that were still open at the end hold " + money(open) + " of the profit of " + money(sum)
                            + ", which is not earned yet: end the run where they are closed."));
        }
        double most = metrics.trades().largestWin();
        if (sum > 0 && most > MOST * sum && trips.size() > 1) {
            RoundTrip best = find(most);
            if (!best.openAtEnd()) {
                findings.add(new Finding(
                        Kind.ONE_ROUND_TRIP,
                        "One round trip, of " + Sentence.date(best.entryTime().toEpochMilli()) + ", brought "
                                + money(most) + " of the profit of " + money(sum)
                                + ": look at how it came about, and test without that time."));
            }
        }
    }

    /** Those that are open are the last ones. */
    private double openProfit() {
        double open = 0;
        for (int i = trips.size() - 1; i >= 0 && trips.get(i).openAtEnd(); i--) {
            open += Decimals.toDouble(trips.get(i).profit());
        }
        return open;
    }

    private RoundTrip find(double profit) {
        for (RoundTrip trip : trips) {
            if (Decimals.toDouble(trip.profit()) == profit) {
                return trip;
            }
        }
        throw new IllegalStateException("no round trip has the profit of the best one, " + profit);
    }

    private String money(double value) {
        return Sentence.money(value, metrics);
    }

    private void losses(List<Finding> findings) {
        Metrics.Trades trades = metrics.trades();
        if (trades.losses() == 0 && trades.wins() >= FEW) {
            findings.add(new Finding(
                    Kind.NO_LOSSES,
                    "Not one of " + trades.count()
                            + " round trips lost, which no market allows for long: look for orders"
                            + " that know the future, and for losses that are never taken."));
        }
        double times = -trades.averageLoss() / trades.averageWin();
        if (trades.winRate() >= HIGH_WIN_RATE && times > LARGE_LOSS) {
            findings.add(new Finding(
                    Kind.RARE_LARGE_LOSSES,
                    Sentence.percent(trades.winRate()) + " of the round trips win, but a loss is "
                            + Sentence.ratio(times)
                            + " times a win: test a longer time, in which such losses are not rare, and use a stop."));
        }
    }
}
