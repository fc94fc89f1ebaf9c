package io.metaexpert.backtest;

import io.metaexpert.engine.MetaProcess;
import java.util.function.BooleanSupplier;

/** Steps a process to the end of its data, telling of progress and looking for a wish to stop. */
final class BacktestLoop {
    private static final long TELL_EVERY_NANOS = 100_000_000L;
    /** Rare enough to cost nothing, often enough to answer Ctrl-C at once. */
    private static final int STEPS_BETWEEN_LOOKS = 4_096;

    private final MetaProcess process;
    private final ProgressListener progress;
    private final BooleanSupplier stop;
    private final long total;
    private long done;
    private long toldNanos = System.nanoTime();

    BacktestLoop(MetaProcess process, ProgressListener progress, BooleanSupplier stop, long total) {
        this.process = process;
        this.progress = progress;
        this.stop = stop;
        this.total = total;
    }

    /** Answers whether the end was reached rather than stopped from outside. */
    boolean run() {
        while (steps()) {
            if (stop.getAsBoolean()) {
                return false;
            }
            tell();
        }
        return true;
    }

    private boolean steps() {
        for (int i = 0; i < STEPS_BETWEEN_LOOKS; i++) {
            if (!process.step()) {
                return false;
            }
        }
        done += STEPS_BETWEEN_LOOKS;
        return true;
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - toldNanos >= TELL_EVERY_NANOS) {
            toldNanos = now;
            progress.onProgress(done, total);
        }
    }
}
