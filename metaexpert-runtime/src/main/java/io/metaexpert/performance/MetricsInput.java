package io.metaexpert.performance;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import io.metaexpert.order.Fill;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the figures are computed from.
 *
 * @param startCapital in account currency, positive
 * @param fromMs open time of the first bar, epoch milliseconds UTC
 * @param equity one point per bar, at its close
 * @param roundTrips in the order of their exits
 * @param fills how many there were
 * @param notional price times quantity over all fills
 * @param fees paid, in account currency
 * @param slippage lost, in account currency
 * @param firstPrice first open of the first symbol, for buy and hold
 * @param lastPrice its last close
 */
public record MetricsInput(
        double startCapital,
        long fromMs,
        EquityCurve equity,
        List<RoundTrip> roundTrips,
        long fills,
        double notional,
        double fees,
        double slippage,
        double firstPrice,
        double lastPrice) {

    /**
     * The input of a run.
     *
     * @param bars of the first symbol, over the period of the curve
     * @param fills all of the run, with fees in account currency
     */
    public static MetricsInput of(
            double startCapital, Bars bars, EquityCurve equity, List<RoundTrip> roundTrips, List<Fill> fills) {
        var sums = new Sums();
        for (Fill fill : fills) {
            sums.add(fill);
        }
        boolean empty = bars.size() == 0;
        return new MetricsInput(
                startCapital,
                empty ? 0 : bars.openTimeMs(0),
                equity,
                roundTrips,
                fills.size(),
                Decimals.toDouble(sums.notional),
                Decimals.toDouble(sums.fees),
                Decimals.toDouble(sums.slippage),
                empty ? Double.NaN : bars.open(0),
                empty ? Double.NaN : bars.close(bars.size() - 1));
    }

    /** Exact sums. */
    private static final class Sums {
        private BigDecimal notional = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private BigDecimal slippage = BigDecimal.ZERO;

        void add(Fill fill) {
            notional = notional.add(fill.notional());
            fees = fees.add(fill.fee().amount());
            slippage = slippage.add(fill.slippage());
        }
    }
}
