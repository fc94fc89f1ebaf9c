package io.metaexpert.benchmarks;

import io.metaexpert.store.SqliteStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a change of the state takes until it is on the disk, and how long the first opening of a process takes. In the temporary folder. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"})
public class StateBenchmark {
    private Path folder = Path.of("");
    private Optional<SqliteStateStore> store = Optional.empty();
    private long number;

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("metaexpert-state");
    }

    /** With the first opening in a process, that loads SQLite. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(
            value = 10,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"})
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void open() {
        store = Optional.of(SqliteStateStore.open(folder, "1", InstantSource.system()));
    }

    /** Five values, as the engine writes with each new peak, with the checkpoints that this brings. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 4)
    public void write() {
        if (store.isEmpty()) {
            open();
        }
        String text = String.valueOf(++number);
        store.orElseThrow()
                .write(
                        "risk",
                        Map.of(
                                "peak-equity", Optional.of(text),
                                "day-start-equity", Optional.of("10" + text),
                                "time", Optional.of("2026-03-01T12:00:00Z"),
                                "day", Optional.of("2026-03-" + number % 28),
                                "state", Optional.of("ACTIVE")));
    }

    /** Leaves nothing behind. */
    @TearDown
    public void delete() throws IOException {
        store.ifPresent(SqliteStateStore::close);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
