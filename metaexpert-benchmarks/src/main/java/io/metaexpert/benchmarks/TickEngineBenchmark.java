package io.metaexpert.benchmarks;

import io.metaexpert.market.TickArray;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import java.io.IOException;
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

/** Ticks per second through the whole engine: each to the venue and to a handler, with orders that rest and fill. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
public class TickEngineBenchmark {
    private static final int REPEATS = 20;
    private static final int TICKS = 87_402 * REPEATS;

    private Tape tape = new Tape(new TickArray(), new DepthArray(), SequenceRule.CHAINED);

    /** Makes the tape once. */
    @Setup
    public void load() throws IOException {
        tape = LongTape.of(REPEATS);
        if (tape.ticks().size() != TICKS) {
            throw new IllegalStateException("the recording is another one");
        }
    }

    /** Quotes and trades. */
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public double engineWithTicks() {
        return setup().ticks(tape).equity();
    }

    /** Quotes, trades, and the book from the depth; the figure is of ticks. */
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public double engineWithBook() {
        return setup().book(tape).equity();
    }

    private static TesterSetup setup() {
        return ExpertTester.of(TickTrader.class).timeframe("1m").futures();
    }
}
