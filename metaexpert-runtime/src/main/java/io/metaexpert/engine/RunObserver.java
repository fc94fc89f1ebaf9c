package io.metaexpert.engine;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.event.Transaction;
import io.metaexpert.order.OrderRequest;

/**
 * Told, in order, of all that a strategy is told and all that it asks for. Nothing is asked of it: it changes nothing. What it throws
 * ends the run. Called on the engine thread; {@link ExpertContext#clock()} says when.
 */
public interface RunObserver {
    /**
     * A handler is about to be called; what is decided until the next call is decided by it.
     *
     * @param handler such as {@code onBar EmaCross.trade}
     * @param event what the handler is told; any object of no meaning where there is nothing to tell
     */
    void calls(String handler, Object event, ExpertContext context);

    /** A handler threw. */
    void failed(String handler, Throwable problem);

    /** An order of ours moved on; told before the handlers are, whether there are any or not. */
    void happened(Transaction transaction);

    /** The handler that was called last asks for something. */
    void decided(Decision decision);

    /** The protection of a position sends an order; what becomes of it is told by {@link #happened}. */
    default void protects(OrderRequest request) {}
}
