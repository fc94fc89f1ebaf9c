package io.metaexpert.benchmarks;

import io.metaexpert.market.TickArray;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.market.book.DepthUpdates;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
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

/** Ticks per second out of the mapped tape, alone and together with the book that is built beside them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
public class TapeBenchmark {
    private static final int REPEATS = 40;
    private static final int TICKS = 87_402 * REPEATS;
    private static final int LEVELS = 445_521 * REPEATS;

    private Tape tape = new Tape(new TickArray(), new DepthArray(), SequenceRule.CHAINED);

    /** Makes the tape once. */
    @Setup
    public void load() throws IOException {
        tape = LongTape.of(REPEATS);
        DepthUpdates depth = tape.depth();
        if (tape.ticks().size() != TICKS || depth.endLevel(depth.size() - 1) != LEVELS) {
            throw new IllegalStateException("the recording is another one");
        }
    }

    /** Every field of every tick. */
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public double ticks() {
        Ticks ticks = tape.ticks();
        double sum = 0;
        for (int i = 0; i < TICKS; i++) {
            sum += read(ticks, i);
        }
        return sum;
    }

    private static double read(Ticks ticks, int i) {
        double top = (ticks.bid(i) - ticks.ask(i)) * (ticks.bidSize(i) - ticks.askSize(i));
        double trade = ticks.kind(i) == TickKind.QUOTE ? 0 : ticks.last(i) * ticks.lastSize(i);
        return top + trade + ticks.timeMs(i);
    }

    /** Every field of every tick, and every depth update into the book at its place; the figure is of ticks. */
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public double ticksAndBook() {
        Ticks ticks = tape.ticks();
        DepthUpdates depth = tape.depth();
        DepthBook book = new DepthBook(tape.rule());
        double sum = 0;
        int update = 0;
        for (int i = 0; i < TICKS; i++) {
            for (; update < depth.size() && depth.ticksBefore(update) <= i; update++) {
                book.apply(depth, update);
            }
            sum += read(ticks, i) + book.bid(0) - book.ask(0);
        }
        return sum;
    }

    /** Every depth update into the book; the figure is of levels. */
    @Benchmark
    @OperationsPerInvocation(LEVELS)
    public double levels() {
        DepthUpdates depth = tape.depth();
        DepthBook book = new DepthBook(tape.rule());
        for (int update = 0; update < depth.size(); update++) {
            book.apply(depth, update);
        }
        if (!book.isValid()) {
            throw new IllegalStateException("the book is not valid at the end");
        }
        return book.bid(0);
    }
}
