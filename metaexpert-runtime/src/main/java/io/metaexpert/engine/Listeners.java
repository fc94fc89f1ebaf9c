package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.spi.EngineListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners, which cannot break the loop. */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private Listeners() {}

    static void tell(EngineListener listener, Transaction transaction) {
        try {
            listener.onTransaction(transaction);
        } catch (RuntimeException problem) {
            log.error("{} failed on {}", listener.getClass().getSimpleName(), transaction, problem);
        }
    }
}
