package io.metaexpert.engine;

import io.metaexpert.api.DeinitReason;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.RoundTrip;
import java.util.List;
import java.util.SortedMap;

/**
 * What a run left behind.
 *
 * @param stopReason what the strategy said when it ended the run itself; empty otherwise
 * @param accountTransactions funding, liquidations and settlements
 * @param ticks what happened between the bars
 * @param risk what the limits did
 * @param errors how many exceptions handlers have thrown
 */
public record RunOutcome(
        DeinitReason reason,
        String stopReason,
        EquityCurve equity,
        List<RoundTrip> roundTrips,
        List<Fill> fills,
        List<Order> orders,
        SortedMap<DenialReason, Integer> refusals,
        List<AccountTransaction> accountTransactions,
        long errors,
        TickCounts ticks,
        RiskOutcome risk) {}
