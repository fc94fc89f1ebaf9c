package io.metaexpert.api;

import java.time.Instant;

/**
 * The state of a feed or of the private stream.
 *
 * @param channel which one, such as {@code market} or {@code account}
 */
public record ConnectionState(String channel, Status status, Instant since) {
    public enum Status {
        UP,
        STALE,
        DOWN
    }
}
