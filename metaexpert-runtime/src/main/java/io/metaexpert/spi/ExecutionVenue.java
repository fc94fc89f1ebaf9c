package io.metaexpert.spi;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where orders go: an exchange (live) or the simulator (paper, backtest).
 *
 * <p>All methods are called on the engine thread and return without waiting for the network. Every outcome, failures included,
 * comes back as a {@link Transaction} given to the sink of {@link #open}.
 */
public interface ExecutionVenue extends AutoCloseable {
    /** Connects, and first replays what the venue knows of our open orders. Called once. */
    void open(Consumer<Transaction> sink);

    /** Sends {@code request} once and never again by itself: a client id does not make a second send safe on every exchange. */
    void submit(OrderRequest request);

    /**
     * Asks for a cancel; too late is answered with the fill, not with an error.
     *
     * @param time the engine's time
     */
    void cancel(String clientOrderId, Instant time);

    /**
     * Asks to change a resting order; too late is answered as a cancel is.
     *
     * @param type its prices from then on, of the same kind as before
     * @param size all that it is for from then on, what has filled included
     * @param time the engine's time
     */
    void modify(String clientOrderId, OrderType type, OrderSize size, Instant time);

    /**
     * Runs what sends requests as soon as they may be sent: at once, or, when the venue is just telling of something, right after that. Who reacts
     * to what the sink is told has to ask for it; a simulated venue lets the requests happen within the bar of the fill.
     */
    default void whenReady(Runnable requests) {
        requests.run();
    }

    /** Whether it can hold stop orders of an instrument, so that they outlive the process. */
    default boolean holdsStops(Instrument instrument) {
        return true;
    }

    @Override
    void close();
}
