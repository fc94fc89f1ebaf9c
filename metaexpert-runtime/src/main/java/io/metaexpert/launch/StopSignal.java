package io.metaexpert.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether the user wants the process to end: Ctrl-C, or a kill. From then until {@link #close}, the process lives on, ten seconds at
 * most, so that what was done until then can be reported.
 */
public final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private volatile boolean stopping;

    private StopSignal() {}

    /** Listens from now on. */
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether to stop. */
    @Override
    public boolean getAsBoolean() {
        return stopping;
    }

    /** All is reported; the process may end. */
    @Override
    public void close() {
        reported.countDown();
        if (!stopping) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                stopping = true; // the signal came just now, and there is nothing left to stop
            }
        }
    }

    private void stop() {
        stopping = true;
        try {
            if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("error: the run did not stop within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
