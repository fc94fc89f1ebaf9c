package io.metaexpert.cli;

import io.metaexpert.backtest.ProgressListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on the terminal, from two seconds on: how far, how fast, how long still. Silent where there is no terminal. */
final class Progress implements ProgressListener, AutoCloseable {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long started;
    private int width;

    Progress(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    /** The launcher knows whether standard error is a terminal; Java cannot tell. */
    static Progress start(PrintWriter err) {
        return new Progress(err, Boolean.getBoolean("metaexpert.terminal"), System::nanoTime);
    }

    @Override
    public void onProgress(long done, long total) {
        long elapsed = nanoTime.getAsLong() - started;
        if (!terminal || elapsed < PATIENCE_NANOS || done <= 0) {
            return;
        }
        double perSecond = done * NANOS_PER_SECOND / elapsed;
        show(String.format(
                Locale.ROOT,
                "%,d of %,d bars (%d %%), %,.0f bars/s, %d s left",
                done,
                total,
                100 * done / Math.max(1, total),
                perSecond,
                Math.round(Math.max(0, total - done) / perSecond)));
    }

    private void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (width > 0) {
            show("");
            err.print("\r");
            err.flush();
        }
    }
}
