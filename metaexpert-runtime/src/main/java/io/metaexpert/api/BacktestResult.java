package io.metaexpert.api;

import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.RoundTrip;
import java.util.List;
import java.util.SortedMap;

/**
 * What a backtest did.
 *
 * @param currency in which money is counted
 * @param orders all of them, in the order of their requests, in their last state
 * @param refusals how many orders were refused, unfilled or expired, by reason
 * @param accountTransactions funding, liquidations and settlements, in the order of time
 */
public record BacktestResult(
        String currency,
        Metrics metrics,
        EquityCurve equity,
        List<RoundTrip> roundTrips,
        List<Fill> fills,
        List<Order> orders,
        SortedMap<DenialReason, Integer> refusals,
        List<AccountTransaction> accountTransactions) {
    public BacktestResult {
        roundTrips = List.copyOf(roundTrips);
        fills = List.copyOf(fills);
        orders = List.copyOf(orders);
        accountTransactions = List.copyOf(accountTransactions);
    }

    /** How many orders ended for this reason. */
    public int refused(DenialReason reason) {
        return refusals.getOrDefault(reason, 0);
    }
}
