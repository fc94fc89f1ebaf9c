package io.metaexpert.engine;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.event.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does at every bar what the test has told it. */
@Expert
public final class Obeying {
    private static Consumer<ExpertContext> wish = ctx -> {};
    private static final List<Transaction.OrderDenied> denied = new ArrayList<>();

    /** What to do at each bar from now on. */
    static void always(Consumer<ExpertContext> next) {
        wish = next;
    }

    /** What to do at the next bar, once. */
    static void once(Consumer<ExpertContext> next) {
        wish = ctx -> {
            wish = other -> {};
            next.accept(ctx);
        };
    }

    static List<Transaction.OrderDenied> denied() {
        return denied;
    }

    @OnInit
    void init() {
        denied.clear();
    }

    @OnBar
    void bar(ExpertContext ctx) {
        wish.accept(ctx);
    }

    @OnTransaction
    void heard(Transaction transaction) {
        if (transaction instanceof Transaction.OrderDenied it) {
            denied.add(it);
        }
    }
}
