package io.metaexpert.performance;

import static io.metaexpert.performance.MetricsCalculator.ratio;

import java.time.Duration;

/** Sums over the round trips of one group. */
final class GroupSums {
    private final String key;
    private int count;
    private int wins;
    private int losses;
    private double won;
    private double lost;
    private double largestWin = Double.NaN;
    private double largestLoss = Double.NaN;
    private double fees;
    private double slippage;
    private long heldMs;

    GroupSums(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    int count() {
        return count;
    }

    void add(double profit, double tripFees, double tripSlippage, long tripHeldMs) {
        count++;
        fees += tripFees;
        slippage += tripSlippage;
        heldMs += tripHeldMs;
        if (profit > 0) {
            wins++;
            won += profit;
            largestWin = wins == 1 ? profit : Math.max(largestWin, profit);
        } else if (profit < 0) {
            losses++;
            lost += profit;
            largestLoss = losses == 1 ? profit : Math.min(largestLoss, profit);
        }
    }

    void add(GroupSums other) {
        largestWin =
                wins == 0 ? other.largestWin : other.wins == 0 ? largestWin : Math.max(largestWin, other.largestWin);
        largestLoss = losses == 0
                ? other.largestLoss
                : other.losses == 0 ? largestLoss : Math.min(largestLoss, other.largestLoss);
        count += other.count;
        wins += other.wins;
        losses += other.losses;
        won += other.won;
        lost += other.lost;
        fees += other.fees;
        slippage += other.slippage;
        heldMs += other.heldMs;
    }

    Breakdown.Group figures() {
        return new Breakdown.Group(
                key,
                count,
                wins,
                losses,
                ratio(wins, count),
                won + lost,
                ratio(won, -lost),
                ratio(won + lost, count),
                ratio(won, wins),
                ratio(lost, losses),
                largestWin,
                largestLoss,
                fees,
                slippage,
                Duration.ofMillis(count == 0 ? 0 : heldMs / count));
    }
}
