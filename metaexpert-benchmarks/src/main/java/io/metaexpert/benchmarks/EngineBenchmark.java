package io.metaexpert.benchmarks;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import io.metaexpert.protection.Distance;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bars per second of the hot engine over a year of minutes, beside a plain loop and ta4j's own backtest of the same rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
public class EngineBenchmark {
    private static final int BARS = 525_600;

    /** Stop-loss 2 %, target 6 %, and 1.5 % behind the best price from 1.5 % of profit on. */
    private static final ProtectionSettings PROTECTION = new ProtectionSettings(
            fraction("0.02"),
            fraction("0.06"),
            fraction("0.015"),
            fraction("0.015"),
            Optional.empty(),
            ProtectionSettings.Placement.EXCHANGE);

    private Bars year = new BarArray(Timeframe.M1);
    private Ta4jBacktest ta4j = new Ta4jBacktest(year);

    private static Optional<Distance> fraction(String share) {
        return Optional.of(new Distance.Fraction(new BigDecimal(share)));
    }

    /** Loads the year once. */
    @Setup
    public void load() {
        year = Year.load();
        if (year.size() != BARS) {
            throw new IllegalStateException("a year of minutes has " + BARS + " bars, was " + year.size());
        }
        ta4j = new Ta4jBacktest(year);
    }

    /** The whole engine with the full order path: about 6,800 round trips. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public double engineWithOrders() {
        return ExpertTester.of(EmaCross.class)
                .symbol("BTC/USD")
                .timeframe("1m")
                .fees("0.01%")
                .bars(year)
                .equity();
    }

    /** The same with a stop, a target and a trailing stop for every position. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public double engineWithProtection() {
        return ExpertTester.of(EmaCross.class)
                .symbol("BTC/USD")
                .timeframe("1m")
                .fees("0.01%")
                .protection(PROTECTION)
                .bars(year)
                .equity();
    }

    /** The same with every limit and most filters, so wide that all orders pass as they do without. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public double engineWithLimits() {
        return limited().bars(year).equity();
    }

    /** Every limit, filters, and a stop, a target and a trailing stop for every position. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public double engineWithAll() {
        return limited()
                .set("protection.stop-loss", "2%")
                .set("protection.take-profit", "6%")
                .set("protection.trailing-stop", "1.5%")
                .set("protection.trailing-activation", "1.5%")
                .bars(year)
                .equity();
    }

    private static TesterSetup limited() {
        return ExpertTester.of(EmaCross.class)
                .symbol("BTC/USD")
                .timeframe("1m")
                .fees("0.01%")
                .set("risk.max-drawdown", "99%")
                .set("risk.daily-loss-limit", "98%")
                .set("risk.max-orders-per-minute", "30")
                .set("sizing.max-position", "1000000 USD")
                .set("portfolio.max-open-positions", "3")
                .set("portfolio.max-positions-per-symbol", "1")
                .set("execution.max-spread", "0.1%")
                .set("execution.max-quote-age", "1s")
                .set("execution.collar", "50%")
                .set(
                        "filters.trade-hours",
                        "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23")
                .set("filters.min-volume", "0.000001 USD")
                .set("filters.volatility", "true")
                .set("filters.volatility-band", "0x-1000x");
    }

    /** Five indicators updated and read at every bar. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public double engineWithFiveIndicators() {
        return ExpertTester.of(FiveIndicators.class)
                .symbol("BTC/USD")
                .timeframe("1m")
                .bars(year)
                .equity();
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double plainLoop() {
        return PlainLoop.run(year, 0.0001);
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double ta4jBacktest() {
        return ta4j.run();
    }
}
