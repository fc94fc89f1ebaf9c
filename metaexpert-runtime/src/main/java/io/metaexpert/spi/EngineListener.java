package io.metaexpert.spi;

import io.metaexpert.event.Transaction;

/** Told last of what happened; an exception of a listener is logged and does not reach the loop. */
public interface EngineListener {
    /** After the portfolio was updated and the strategy was told. */
    void onTransaction(Transaction transaction);
}
