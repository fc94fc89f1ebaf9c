package io.metaexpert.check;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that the code of a strategy read by itself.
 *
 * @param source a file's path, or {@code host:port}
 * @param network whether it came from the network
 * @param handler in which it was read, such as {@code onBar Trend.trade}; empty before the first
 * @param bar the open time of the newest bar that a handler had been told; empty before the first
 * @param place in the source, such as {@code Trend.trade (Trend.java:31)}
 */
public record OwnRead(String source, boolean network, String handler, Optional<Instant> bar, String place) {}
