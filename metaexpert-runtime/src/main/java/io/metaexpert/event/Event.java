package io.metaexpert.event;

import java.time.Instant;

/** Everything that the engine can be told. Immutable; {@link #time()} is the venue's time, in UTC. */
public sealed interface Event permits MarketEvent, Transaction {
    Instant time();
}
