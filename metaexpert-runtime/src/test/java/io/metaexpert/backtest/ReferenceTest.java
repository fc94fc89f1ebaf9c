package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against plain loops and published figures. */
class ReferenceTest {
    private static final String YEAR = "bars/bitfinex-spot/1m/BTCUSD-2018-filled.csv.gz";

    private record Trade(long entryMs, long exitMs, double entry, double exit, double quantity, double profit) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Reference(List<Trade> trades, double[] equity) {}

    /** Signals on the close from bar 48 on, all of the cash in at the next open, all out at the next open after the cross back. */
    private static Reference plainLoop(Bars bars, double fee) {
        List<Trade> trades = new ArrayList<>();
        double[] equity = new double[bars.size()];
        double fast = bars.close(0);
        double slow = bars.close(0);
        double cash = 10_000;
        double quantity = 0;
        double entryCost = 0;
        int entryBar = 0;
        int order = 0;
        for (int i = 0; i < bars.size(); i++) {
            double open = bars.open(i);
            if (order > 0) {
                quantity = cash / (open * (1 + fee));
                entryCost = cash;
                cash -= quantity * open * (1 + fee);
                entryBar = i;
            } else if (order < 0) {
                double proceeds = quantity * open * (1 - fee);
                trades.add(new Trade(
                        bars.openTimeMs(entryBar),
                        bars.openTimeMs(i),
                        bars.open(entryBar),
                        open,
                        quantity,
                        proceeds - entryCost));
                cash += proceeds;
                quantity = 0;
            }
            order = 0;
            double fastBefore = fast;
            double slowBefore = slow;
            if (i > 0) {
                fast += (bars.close(i) - fast) * 2 / 13;
                slow += (bars.close(i) - slow) * 2 / 49;
            }
            equity[i] = cash + quantity * bars.close(i);
            if (i >= 48 && fastBefore <= slowBefore && fast > slow && quantity == 0) {
                order = 1;
            } else if (i >= 48 && fastBefore >= slowBefore && fast < slow && quantity > 0) {
                order = -1;
            }
        }
        return new Reference(trades, equity);
    }

    @ParameterizedTest
    @CsvSource({"0%, 0", "0.01%, 0.0001"})
    void aYearOfMinutesEqualsThePlainLoopTradeByTradeAndBarByBar(String fee, double fraction) {
        Bars bars = SharedData.bars(YEAR, Timeframe.M1);
        assertThat(bars.size()).isEqualTo(525_600);

        BacktestResult result = ExpertTester.of(EmaCross.class)
                .symbol("BTC/USD")
                .timeframe("1m")
                .fees(fee)
                .bars(bars)
                .end();

        Reference reference = plainLoop(bars, fraction);
        List<RoundTrip> closed =
                result.roundTrips().stream().filter(t -> !t.openAtEnd()).toList();
        assertThat(closed).hasSameSizeAs(reference.trades()).hasSizeGreaterThan(4_000);
        for (int i = 0; i < closed.size(); i++) {
            assertEqual(closed.get(i), reference.trades().get(i));
        }
        assertThat(result.equity().size()).isEqualTo(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            assertThat(result.equity().equity(i))
                    .as("bar %d", i)
                    .isCloseTo(
                            reference.equity()[i],
                            within(1e-9 * Math.max(1, reference.equity()[i])));
        }
    }

    private static void assertEqual(RoundTrip ours, Trade reference) {
        assertThat(ours.entryTime().toEpochMilli()).isEqualTo(reference.entryMs());
        assertThat(ours.exitTime().toEpochMilli()).isEqualTo(reference.exitMs());
        assertThat(ours.entryPrice().doubleValue()).isEqualTo(reference.entry());
        assertThat(ours.exitPrice().doubleValue()).isEqualTo(reference.exit());
        assertThat(ours.quantity().doubleValue()).isCloseTo(reference.quantity(), within(1e-9));
        assertThat(ours.profit().doubleValue()).isCloseTo(reference.profit(), within(1e-7));
    }

    /**
     * The figures that backtesting.py publishes for its example, which closes the last trade at the last open; see the source list of
     * the data.
     */
    @Test
    void googGivesThePublishedFigures() {
        Bars bars = SharedData.goog();
        BacktestResult result = ExpertTester.of(SmaReversal.class)
                .input("lastBar", Integer.toString(bars.size() - 1))
                .symbol("GOOG/USD")
                .futures()
                .quantityIncrement("1")
                .timeframe("1d")
                .bars(bars)
                .end();

        Metrics metrics = result.metrics();
        assertThat(metrics.trades().count()).isEqualTo(66);
        assertThat(metrics.returns().finalEquity()).isCloseTo(51_422.99, within(1e-6));
        assertThat(metrics.returns().netReturn() * 100).isCloseTo(414.2299, within(5e-5));
        assertThat(metrics.drawdowns().max() * 100).isCloseTo(-47.98013, within(5e-6));
        assertThat(metrics.trades().winRate() * 100).isCloseTo(46.9697, within(5e-5));
        assertThat(metrics.trades().profitFactor()).isCloseTo(2.167946, within(5e-7));
        assertThat(metrics.risk().sharpe()).isCloseTo(0.580623, within(5e-7));
        assertThat(metrics.risk().sortino()).isCloseTo(1.085343, within(5e-7));
        assertThat(metrics.risk().calmar()).isCloseTo(0.441664, within(5e-7));
        assertThat(metrics.trades().sqn()).isCloseTo(1.076619, within(5e-7));
        assertThat(metrics.trades().kelly()).isCloseTo(0.151871, within(5e-7));
        assertThat(metrics.trades().exposure() * 100).isCloseTo(96.74116, within(6e-6));
    }
}
