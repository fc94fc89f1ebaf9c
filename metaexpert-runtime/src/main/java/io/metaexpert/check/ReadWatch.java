package io.metaexpert.check;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.engine.Decision;
import io.metaexpert.engine.RunObserver;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.order.OrderRequest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Watches, by Java Flight Recorder, what the code of a strategy reads by itself from files and the network while it runs: data got that
 * way are not replaced by any cut. Files that are only mapped into memory are not seen.
 */
final class ReadWatch implements Closeable {
    private static final long MOST_CALLS = 2_000_000;

    private final Recording recording = new Recording();

    private ReadWatch() {}

    /** Whether this Java can record. */
    static boolean isAvailable() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() && FlightRecorder.isAvailable();
    }

    static ReadWatch start() {
        ReadWatch watch = new ReadWatch();
        for (String event : new String[] {ReadFinder.FILE, ReadFinder.SOCKET}) {
            watch.recording.enable(event).withoutThreshold().withStackTrace().with("throttle", "off");
        }
        watch.recording.enable(HandlerCall.NAME);
        watch.recording.start();
        return watch;
    }

    /** Lets the recording know which handler runs, and passes everything on. */
    RunObserver marking(RunObserver next) {
        return new Marker(next);
    }

    /** What code of the class loader {@code loader} has read; ends the watch. */
    List<OwnRead> reads(String loader, Path scratch) throws IOException {
        recording.stop();
        recording.dump(scratch);
        return new ReadFinder(loader).find(scratch);
    }

    @Override
    public void close() {
        recording.close();
    }

    /** What comes after the first calls, which are many, is not worth its memory. */
    private static final class Marker implements RunObserver {
        private final RunObserver next;
        private long calls;
        private long newestMs = -1;

        Marker(RunObserver next) {
            this.next = next;
        }

        @Override
        public void calls(String handler, Object event, ExpertContext context) {
            if (event instanceof Bar bar) {
                newestMs = bar.openTimeMs();
            }
            if (calls++ < MOST_CALLS) {
                new HandlerCall(handler, newestMs).commit();
            }
            next.calls(handler, event, context);
        }

        @Override
        public void failed(String handler, Throwable problem) {
            next.failed(handler, problem);
        }

        @Override
        public void happened(Transaction transaction) {
            next.happened(transaction);
        }

        @Override
        public void decided(Decision decision) {
            next.decided(decision);
        }

        @Override
        public void protects(OrderRequest request) {
            next.protects(request);
        }
    }
}
