package io.metaexpert.performance.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.Bars;
import io.metaexpert.market.BarsSlice;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Timeframe;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.testing.SharedData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkCalculatorTest {
    private static final HeldAsset BTC = asset("BTC/USD", 0, 100, 110, 99, 120, 130);

    @Test
    void buysAtTheFirstOpenAndHoldsToTheEnd() {
        var run = Days.curve(1_000, 1_000, 1_000, 1_010, 1_020);

        var benchmark = BenchmarkCalculator.of(run, Days.START_MS, List.of(BTC)).get(0);

        assertThat(benchmark.name()).isEqualTo("BTC/USD");
        assertThat(benchmark.points())
                .extracting(Benchmark.Point::equity)
                .containsExactly(1_000 * 110 / 100.0, 1_000 * 99 / 100.0, 1_000 * 120 / 100.0, 1_000 * 130 / 100.0);
        assertThat(benchmark.points())
                .extracting(Benchmark.Point::runEquity)
                .containsExactly(1_000.0, 1_000.0, 1_010.0, 1_020.0);
        assertThat(benchmark.totalReturn()).isCloseTo(0.3, within(1e-12));
        assertThat(benchmark.maxDrawdown()).isCloseTo(-0.1, within(1e-12));
        assertThat(benchmark.run().excessReturn()).isCloseTo(0.02 - 0.3, within(1e-12));
        assertThat(benchmark.run().maxDrawdown()).isZero();
    }

    @Test
    void aRunThatHoldsAsWellHasBetaOneAndNothingOfItsOwn() {
        var run = Days.curve(1_000, 1_100, 990, 1_200, 1_300);

        var comparison =
                BenchmarkCalculator.of(run, Days.START_MS, List.of(BTC)).get(0).run();

        assertThat(comparison.beta()).isCloseTo(1, within(1e-12));
        assertThat(comparison.alpha()).isCloseTo(0, within(1e-9));
        assertThat(comparison.correlation()).isCloseTo(1, within(1e-12));
        assertThat(comparison.trackingError()).isCloseTo(0, within(1e-12));
        assertThat(comparison.excessReturn()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aRunWithoutAPositionHasNoBetaAndNoCorrelation() {
        var comparison = BenchmarkCalculator.of(Days.curve(10, 10, 10, 10, 10), Days.START_MS, List.of(BTC))
                .get(0)
                .run();

        assertThat(comparison.beta()).isZero();
        assertThat(comparison.correlation()).isNaN();
    }

    @Test
    void severalSymbolsAreHeldInEqualPartsFromTheirFirstBarOn() {
        var late = asset("ETH/USD", 2, 50, 100, 25);
        var run = Days.curve(1_000, 1_000, 1_000, 1_000, 1_000);

        var benchmarks = BenchmarkCalculator.of(run, Days.START_MS, List.of(BTC, late));

        assertThat(benchmarks).extracting(Benchmark::name).containsExactly("BTC/USD", "equal weight");
        assertThat(benchmarks.get(1).points())
                .extracting(Benchmark.Point::equity)
                .containsExactly(550.0 + 500, 495.0 + 500, 600.0 + 1_000, 650.0 + 250);
    }

    @Test
    void anInverseContractOfFullValueLosesAllWhenThePriceHasHalved() {
        var inverse =
                new HeldAsset(Days.instrument("BTC/USD", ContractType.INVERSE), Days.bars(0, 100, 125, 80, 50, 200), 0);

        var points = BenchmarkCalculator.of(Days.curve(1, 1, 1, 1, 1), Days.START_MS, List.of(inverse))
                .get(0)
                .points();

        assertThat(points).extracting(Benchmark.Point::equity).containsExactly(1.2, 0.75, 0.0, 0.0);
    }

    @Test
    void startsAtTheRunNotAtItsHistory() {
        var asset =
                new HeldAsset(Days.instrument("BTC/USD", ContractType.SPOT), Days.bars(-2, 10, 20, 100, 150, 200), 2);

        var points = BenchmarkCalculator.of(Days.curve(1, 1, 1), Days.START_MS, List.of(asset))
                .get(0)
                .points();

        assertThat(points).extracting(Benchmark.Point::equity).containsExactly(1.5, 2.0);
    }

    /** The figures were computed with Python's statistics module (linear_regression, correlation, stdev) from the same files. */
    @Test
    void agreesWithAnIndependentCalculationOverRealCloses() {
        Bars btc = year("BTCUSDT");
        Bars eth = year("ETHUSDT");
        double[] equity = new double[eth.size()];
        for (int i = 0; i < equity.length; i++) {
            equity[i] = 10_000 * eth.close(i) / eth.open(0);
        }
        long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = eth.closeTimeMs(i);
        }
        var run = DailyCurve.of(new EquityCurve(times, equity, equity.length), 10_000);
        var asset = new HeldAsset(Days.instrument("BTC/USDT", ContractType.SPOT), btc, 0);

        var benchmark =
                BenchmarkCalculator.of(run, btc.openTimeMs(0), List.of(asset)).get(0);

        assertThat(run.size()).isEqualTo(365);
        assertThat(benchmark.totalReturn()).isCloseTo(0.5978952157803152, within(1e-12));
        assertThat(benchmark.maxDrawdown()).isCloseTo(-0.5314140778607943, within(1e-12));
        assertThat(benchmark.run().maxDrawdown()).isCloseTo(-0.5720495034084511, within(1e-12));
        assertThat(benchmark.run().excessReturn()).isCloseTo(3.394133789406942, within(1e-12));
        assertThat(benchmark.run().beta()).isCloseTo(1.0218467660015267, within(1e-12));
        assertThat(benchmark.run().alpha()).isCloseTo(1.4131439672085067, within(1e-12));
        assertThat(benchmark.run().correlation()).isCloseTo(0.7652481408801687, within(1e-12));
        assertThat(benchmark.run().trackingError()).isCloseTo(0.6982043503834745, within(1e-12));
        assertThat(benchmark.run().informationRatio()).isCloseTo(2.0484984569777076, within(1e-11));
    }

    private static Bars year(String symbol) {
        Bars bars = SharedData.bars("bars/binance-spot/1d/" + symbol + ".csv.gz", Timeframe.D1);
        return new BarsSlice(
                bars,
                bars.indexAtOrAfter(Instant.parse("2021-01-01T00:00:00Z").toEpochMilli()),
                bars.indexAtOrAfter(Instant.parse("2022-01-01T00:00:00Z").toEpochMilli()));
    }

    private static HeldAsset asset(String symbol, int firstDay, double open, double... closes) {
        return new HeldAsset(Days.instrument(symbol, ContractType.SPOT), Days.bars(firstDay, open, closes), 0);
    }
}
