package io.metaexpert.simulate;

import java.util.SplittableRandom;

/** The connection to the venue: when a request arrives. Requests never overtake each other, as on one connection. */
final class RequestLine {
    private final Latency latency;
    private final SplittableRandom random;
    private long lastMs = Long.MIN_VALUE;

    RequestLine(Latency latency, long seed) {
        this.latency = latency;
        this.random = new SplittableRandom(seed);
    }

    /** When what is sent now arrives, epoch milliseconds. */
    long arrivalMs(long sentMs) {
        lastMs = Math.max(lastMs, sentMs + latency.drawMs(random));
        return lastMs;
    }
}
