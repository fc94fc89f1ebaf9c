package io.metaexpert.engine;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.event.Transaction.OrderTransaction;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.PositionSide;
import io.metaexpert.spi.EngineListener;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books what became of orders and of the account, and tells it, one cause after another: {@code @OnTransaction}, {@code @OnOrder},
 * {@code @OnPosition}, {@code @OnAccount}. Engine thread only.
 */
final class TransactionFlow {
    private final BoundExpert expert;
    private final Dispatcher dispatcher;
    private final OrderManager orders;
    private final Books books;
    private final InstantSource clock;
    private final List<EngineListener> listeners;
    private final Deque<Transaction> queue;
    private @Nullable RunObserver observer;

    /** @param queue what has happened and was not told yet */
    TransactionFlow(
            BoundExpert expert,
            Dispatcher dispatcher,
            OrderManager orders,
            Books books,
            InstantSource clock,
            List<EngineListener> listeners,
            Deque<Transaction> queue) {
        this.expert = expert;
        this.dispatcher = dispatcher;
        this.orders = orders;
        this.books = books;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
        this.queue = queue;
    }

    static Deque<Transaction> newQueue() {
        return new ArrayDeque<>();
    }

    void observe(RunObserver watcher) {
        observer = watcher;
    }

    /** Tells all there is; handlers may cause more. */
    void drain(ExpertContext context) {
        Transaction transaction;
        while ((transaction = queue.poll()) != null) {
            // No pattern switch: see docs/developer/performance.md.
            if (transaction instanceof OrderTransaction order) {
                applyToOrder(order, context);
            } else if (transaction instanceof AccountTransaction account) {
                applyToAccount(account, context);
            }
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    private void applyToOrder(OrderTransaction transaction, ExpertContext context) {
        TrackedOrder order = orders.apply(transaction);
        if (order == null) {
            return;
        }
        if (observer != null) {
            observer.happened(transaction);
        }
        boolean filled = transaction instanceof Transaction.OrderFilled;
        if (transaction instanceof Transaction.OrderFilled it) {
            books.apply(it.fill(), order.request().reason());
        }
        dispatcher.call(expert.onTransaction(), transaction, context);
        if (expert.onOrder().isPresent()) {
            dispatcher.call(expert.onOrder(), order.order(), context);
        }
        if (filled) {
            tellPosition(order.request().instrument(), order.request().positionSide(), context);
        }
        tellListeners(transaction);
    }

    private void applyToAccount(AccountTransaction transaction, ExpertContext context) {
        if (observer != null) {
            observer.happened(transaction);
        }
        books.apply(transaction);
        dispatcher.call(expert.onTransaction(), transaction, context);
        tellPosition(transaction.instrument(), transaction.positionSide(), context);
        tellListeners(transaction);
    }

    private void tellPosition(InstrumentId instrument, Optional<PositionSide> side, ExpertContext context) {
        if (expert.onPosition().isPresent()) {
            dispatcher.call(expert.onPosition(), books.ledger().position(instrument, side), context);
        }
        if (expert.onAccount().isPresent()) {
            dispatcher.call(expert.onAccount(), books.account(clock.instant()), context);
        }
    }

    private void tellListeners(Transaction transaction) {
        for (EngineListener listener : listeners) {
            Listeners.tell(listener, transaction);
        }
    }
}
