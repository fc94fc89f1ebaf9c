package io.metaexpert.risk;

import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The limits of a strategy; fractions (0.2 = 20 %), empty where there is no limit.
 *
 * @param maxDrawdown from the peak, below which all is closed until somebody resumes
 * @param dailyLoss of a UTC day: realized, unrealized, fees and funding
 * @param onBreach what a reached loss limit does to open positions
 * @param peakBasis what the peak is taken from
 * @param stress the jump for which there is always room before a loss limit
 * @param maxPosition of one instrument and side in quote currency, open entries counted
 * @param maxOpenPositions of all instruments and sides, open entries counted
 * @param maxPositionsPerSymbol sides of one instrument, open entries counted; matters in hedge mode
 * @param maxOrdersPerMinute more than that halts
 * @param maxSpread between bid and ask by their mean, above which nothing is entered
 * @param maxQuoteAge above which nothing is entered, where quotes are known at all
 * @param collar how far from the last price a market entry may fill
 */
public record RiskLimits(
        Optional<BigDecimal> maxDrawdown,
        Optional<LossLimit> dailyLoss,
        OnBreach onBreach,
        PeakBasis peakBasis,
        StressGap stress,
        Optional<Money> maxPosition,
        Optional<Integer> maxOpenPositions,
        Optional<Integer> maxPositionsPerSymbol,
        Optional<Integer> maxOrdersPerMinute,
        Optional<BigDecimal> maxSpread,
        Optional<Duration> maxQuoteAge,
        Optional<BigDecimal> collar) {

    /** No limit at all. */
    public static final RiskLimits NONE = new RiskLimits(
            Optional.empty(),
            Optional.empty(),
            OnBreach.FLATTEN,
            PeakBasis.EQUITY,
            new StressGap.ByClass(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Whether a loss is limited. */
    public boolean limitsLoss() {
        return maxDrawdown.isPresent() || dailyLoss.isPresent();
    }

    /** Whether there is any limit. */
    public boolean isOn() {
        return limitsLoss()
                || maxPosition.isPresent()
                || maxOpenPositions.isPresent()
                || maxPositionsPerSymbol.isPresent()
                || maxOrdersPerMinute.isPresent()
                || maxSpread.isPresent()
                || maxQuoteAge.isPresent()
                || collar.isPresent();
    }
}
