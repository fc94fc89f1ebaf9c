package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.performance.EquityCurve;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much was at stake, by hand. */
class ExposureUseTest {
    private static final long HOUR = 3_600_000;
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final InstrumentId BTC = new InstrumentId("test", "BTC/USDT");
    private static final InstrumentId ETH = new InstrumentId("test", "ETH/USDT");

    private final List<Fill> fills = new ArrayList<>();
    private final List<AccountTransaction> transactions = new ArrayList<>();

    private void fill(InstrumentId instrument, Optional<PositionSide> side, int signed, int bar, String id) {
        fills.add(new Fill(
                id,
                "o" + id,
                instrument,
                signed > 0 ? Side.BUY : Side.SELL,
                side,
                Price.of("100"),
                Quantity.of(String.valueOf(Math.abs(signed))),
                Money.of("0", "USDT"),
                Liquidity.TAKER,
                ZERO,
                ZERO,
                Instant.ofEpochMilli(bar * HOUR)));
    }

    private static RunRecord.MarketData market(InstrumentId id, Contract contract, double... closes) {
        BarArray bars = new BarArray(Timeframe.H1);
        for (int i = 0; i < closes.length; i++) {
            bars.add(i * HOUR, closes[i], closes[i], closes[i], closes[i], 1);
        }
        Instrument instrument =
                new Instrument(id, contract, id.symbol().substring(0, 3), "USDT", ZERO, ZERO, ZERO, ZERO, ZERO);
        RunRecord.MarketData sample = SampleRun.of(30, 10).markets().get(0);
        return new RunRecord.MarketData(instrument, bars, bars, 0, sample.quality());
    }

    private ExposureUse use(double[] equity, RunRecord.MarketData... markets) {
        Bars bars = markets[0].base();
        long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = bars.closeTimeMs(i);
        }
        RunRecord sample = SampleRun.of(30, 10);
        var result = new BacktestResult(
                "USDT",
                sample.result().metrics(),
                new EquityCurve(times, equity, equity.length),
                List.of(),
                fills,
                List.of(),
                new TreeMap<>(),
                transactions);
        return ExposureUse.of(new RunRecord(
                "Sample",
                result,
                List.of(markets),
                sample.intrabar(),
                LimitUse.NONE,
                sample.config(),
                sample.manifest(),
                List.of(),
                false));
    }

    /** Nothing, 2 long, 2 long, turned to 1 short, at equity 1000, 1000, 500, 1000. */
    @Test
    void addsUpWhatWasHeldAtEveryClose() {
        fill(BTC, Optional.empty(), 2, 1, "1");
        fill(BTC, Optional.empty(), -3, 3, "2");

        ExposureUse use = use(new double[] {1_000, 1_000, 500, 1_000}, market(BTC, Contract.spot(), 100, 110, 100, 90));

        assertThat(use.timeInMarket()).isEqualTo(0.75);
        assertThat(use.meanGross()).isCloseTo((0.22 + 0.4 + 0.09) / 4, within(1e-12));
        assertThat(use.maxGross()).isCloseTo(0.4, within(1e-12));
        assertThat(use.maxGrossTimeMs()).isEqualTo(3 * HOUR);
        assertThat(use.meanNet()).isCloseTo((0.22 + 0.4 - 0.09) / 4, within(1e-12));
        assertThat(use.maxNet()).isCloseTo(0.4, within(1e-12));
        assertThat(use.minNet()).isCloseTo(-0.09, within(1e-12));
        assertThat(use.largest()).contains(new ExposureUse.Largest(BTC, PositionSide.LONG, 3 * HOUR, 2, 200, 0.4));
    }

    @Test
    void longsAndShortsAddUpInGrossAndCancelInNet() {
        fill(BTC, Optional.of(PositionSide.LONG), 3, 0, "1");
        fill(BTC, Optional.of(PositionSide.SHORT), -1, 0, "2");
        fill(ETH, Optional.empty(), -20, 1, "3");

        ExposureUse use = use(
                new double[] {1_000, 1_000},
                market(BTC, Contract.linear(BigDecimal.ONE), 100, 100),
                market(ETH, Contract.linear(BigDecimal.ONE), 10, 20));

        assertThat(use.maxGross()).isCloseTo(0.8, within(1e-12));
        assertThat(use.maxNet()).isCloseTo(0.2, within(1e-12));
        assertThat(use.minNet()).isCloseTo(-0.2, within(1e-12));
        assertThat(use.largest()).map(ExposureUse.Largest::side).contains(PositionSide.SHORT);
    }

    @Test
    void anInverseContractIsWorthCoins() {
        fill(BTC, Optional.empty(), 100, 0, "1");

        ExposureUse use = use(new double[] {10}, market(BTC, Contract.inverse(BigDecimal.TEN), 200));

        assertThat(use.maxGross()).isCloseTo(0.5, within(1e-12));
    }

    /** The venue liquidates and settles before the close; orders of that instant fill in the next bar. */
    @Test
    void whatTheVenueEndsIsNotHeldAtThatClose() {
        fill(BTC, Optional.empty(), 2, 0, "1");
        fill(BTC, Optional.empty(), -2, 2, "L1");
        fill(ETH, Optional.empty(), 5, 2, "2");
        transactions.add(new Transaction.PositionLiquidated(
                Instant.ofEpochMilli(2 * HOUR), fills.get(1), Money.of("0", "USDT")));
        transactions.add(new Transaction.PositionSettled(
                Instant.ofEpochMilli(3 * HOUR),
                ETH,
                Optional.empty(),
                new BigDecimal("5"),
                BigDecimal.TEN,
                Money.of("0", "USDT"),
                false));

        ExposureUse use = use(
                new double[] {1_000, 1_000, 1_000, 1_000},
                market(BTC, Contract.linear(BigDecimal.ONE), 100, 100, 100, 100),
                market(ETH, Contract.linear(BigDecimal.ONE), 10, 10, 10, 10));

        assertThat(use.timeInMarket()).isEqualTo(0.25);
        assertThat(use.meanGross()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aRunWithoutFillsHasNone() {
        ExposureUse use = use(new double[] {1_000}, market(BTC, Contract.spot(), 100));

        assertThat(use).isEqualTo(new ExposureUse(0, 0, 0, 0, 0, 0, 0, Optional.empty()));
    }

    /** A run of the engine's rules: entry at the open of every hundredth bar, half of a coin for fifty bars. */
    @Test
    void aFillAtTheOpenIsHeldAtTheCloseOfItsBar() {
        ExposureUse use = ExposureUse.of(SampleRun.of(2_000, 100));

        assertThat(use.timeInMarket()).isEqualTo(20 * 49 / 2_000.0);
    }
}
