package io.metaexpert.backtest;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.Fill;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.performance.RoundTripBook;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Counts the round trips that were entered or left by an order whose fill rests on the order of prices within a bar. */
final class IntrabarCount {
    private static final String DEPENDS = "depends";

    private IntrabarCount() {}

    /** Books the fills once more, with what matters here in place of the reason. */
    static int of(BacktestResult result, List<Instrument> instruments, Set<String> intrabarOrders) {
        if (intrabarOrders.isEmpty()) {
            return 0;
        }
        RoundTripBook book = new RoundTripBook(instruments);
        for (Fill fill : result.fills()) {
            book.apply(fill, intrabarOrders.contains(fill.clientOrderId()) ? DEPENDS : "");
        }
        result.accountTransactions().forEach(transaction -> {
            if (transaction instanceof Transaction.PositionSettled settled) {
                book.settle(settled, "");
            }
        });
        int count = 0;
        for (RoundTrip trip : book.finish(Instant.EPOCH, instrument -> 1)) {
            if (trip.entryReason().equals(DEPENDS) || trip.exitReason().equals(DEPENDS)) {
                count++;
            }
        }
        return count;
    }
}
