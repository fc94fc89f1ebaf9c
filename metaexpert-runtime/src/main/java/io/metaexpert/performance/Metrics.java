package io.metaexpert.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The figures of a run. Ratios are fractions (0.1 = 10 %), money is in account currency. A figure that is not defined
 * (no trade, no deviation, a run shorter than two days) is {@code NaN} or empty, never infinite and never a made-up zero.
 *
 * <p><b>Daily returns</b> are the base of all annualised figures: {@code r[d] = E[d] / E[d-1] - 1}, where {@code E[d]} is
 * the last equity of a UTC day; days without a bar are left out, the first day has no return. A year has 365 such days,
 * as crypto trades every day, but 252 when fewer than 60 % of the expected weekend days have bars (shares). The
 * risk-free rate is 0.
 */
public record Metrics(
        Period period,
        Returns returns,
        Risk risk,
        Drawdowns drawdowns,
        Trades trades,
        SideTrades longs,
        SideTrades shorts,
        Costs costs) {

    /**
     * When and how long.
     *
     * @param from open time of the first bar
     * @param to close time of the last bar
     * @param days with at least one bar, UTC
     * @param daysPerYear 365, or 252 for data without weekends
     */
    public record Period(Instant from, Instant to, long bars, int days, int daysPerYear) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * What became of the capital.
     *
     * @param peakEquity the highest equity at a bar's close, at least the start equity
     * @param netProfit {@code finalEquity - startEquity}
     * @param netReturn {@code netProfit / startEquity}
     * @param buyAndHoldReturn of the first symbol, from its first open to its last close, without costs
     * @param cagr compound annual growth, {@code (finalEquity / startEquity)^(365.25 days / length) - 1}; NaN for runs
     *     shorter than a day
     * @param annualReturn geometric mean of the n daily returns over a year of D days:
     *     {@code (product of (1 + r))^(D / n) - 1}
     */
    public record Returns(
            double startEquity,
            double finalEquity,
            double peakEquity,
            double netProfit,
            double netReturn,
            double buyAndHoldReturn,
            double cagr,
            double annualReturn) {}

    /**
     * Return against risk, all of daily returns r; D is {@link Period#daysPerYear()}, g their geometric mean.
     *
     * @param volatility annualised standard deviation of compounded returns,
     *     {@code sqrt((var(r) + (1 + g)^2)^D - (1 + g)^(2 D))} with the sample variance (n - 1); for small r this is close to
     *     the usual {@code sd(r) * sqrt(D)}. Source: the variance of a product of independent returns (L. Goodman, 1960)
     * @param sharpe {@code annualReturn / volatility} (W. Sharpe, 1966), with geometric mean and compounded volatility
     * @param sortino {@code annualReturn / (sqrt(mean(min(r, 0)^2)) * sqrt(D))} (F. Sortino and L. Price, 1994), target 0
     * @param calmar {@code annualReturn / |max drawdown|} (T. Young, 1991), over the whole run
     * @param omega {@code sum of max(r, 0) / sum of max(-r, 0)} (C. Keating and W. Shadwick, 2002), threshold 0, not annualised
     */
    public record Risk(double volatility, double sharpe, double sortino, double calmar, double omega) {}

    /**
     * How far and how long equity at the bars' closes was below its highest value so far. A drawdown lasts from that
     * highest value to the first close at or above it, or to the end of the run.
     *
     * @param max the deepest as a fraction, 0 or negative
     * @param average mean of each drawdown's deepest point as a fraction, 0 or negative
     * @param count how many there were
     * @param longest the longest, not always the deepest
     * @param averageLength mean of their lengths
     * @param timeUnderWater share of bars that closed below the highest value so far
     * @param deepest details of the deepest as a fraction; empty without a drawdown
     */
    public record Drawdowns(
            double max,
            double average,
            long count,
            Duration longest,
            Duration averageLength,
            double timeUnderWater,
            Optional<Deepest> deepest) {}

    /**
     * The deepest drawdown.
     *
     * @param money equity at the low minus equity at the start, negative
     * @param start when the highest value before it was reached
     * @param low when it was deepest
     * @param end when the highest value was reached again, or the end of the run
     * @param recovered whether it was reached again
     */
    public record Deepest(double money, Instant start, Instant low, Instant end, boolean recovered) {
        public Duration length() {
            return Duration.between(start, end);
        }
    }

    /**
     * Round trips, those still open at the end included; profit is after fees. The return of a round trip is its profit
     * over its entry value. A profit of exactly zero is neither a win nor a loss.
     *
     * @param winRate wins over all
     * @param profitFactor sum of the winners' returns over that of the losers (without sign): every round trip weighs the same, also
     *     when capital grew in between
     * @param moneyProfitFactor gross profit over gross loss, in money
     * @param expectancy mean profit, in money
     * @param expectedReturn mean return
     * @param averageWin in money
     * @param averageLoss in money, negative
     * @param largestWin in money
     * @param largestLoss in money, negative
     * @param longestWinStreak most wins in a row, in the order of the exits
     * @param longestLossStreak likewise
     * @param sqn system quality number, {@code sqrt(n) * mean(profit) / sd(profit)}, sample deviation (V. Tharp, 2008)
     * @param kelly Kelly fraction, {@code W - (1 - W) / (averageWin / |averageLoss|)} with win rate W (J. Kelly, 1956)
     * @param perDay round trips per 24 hours of the period
     * @param exposure share of bars in which a position was held at some time, the bars of entry and exit included
     * @param holding how long they were held; empty without one
     */
    public record Trades(
            int count,
            int wins,
            int losses,
            double winRate,
            double profitFactor,
            double moneyProfitFactor,
            double expectancy,
            double expectedReturn,
            double averageWin,
            double averageLoss,
            double largestWin,
            double largestLoss,
            int longestWinStreak,
            int longestLossStreak,
            double sqn,
            double kelly,
            double perDay,
            double exposure,
            Optional<Holding> holding) {}

    /** From entry to exit. The median of an even number is the mean of the middle two. */
    public record Holding(Duration average, Duration median, Duration longest) {}

    /** Round trips of one side. */
    public record SideTrades(int count, double winRate, double profit) {}

    /**
     * What trading cost.
     *
     * @param fills how many
     * @param notional price times quantity of all fills
     * @param turnover {@code notional} over the mean equity of the run: how often the capital was turned over, both ways counted
     * @param fees paid
     * @param slippage money lost to slippage (contained in the prices)
     */
    public record Costs(long fills, double notional, double turnover, double fees, double slippage) {}

    public double startEquity() {
        return returns.startEquity();
    }

    public double finalEquity() {
        return returns.finalEquity();
    }

    public double netProfit() {
        return returns.netProfit();
    }
}
