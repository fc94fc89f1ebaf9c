package io.metaexpert.report;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that changed what was held, in the order of time. */
final class HoldingChanges {
    /**
     * @param signedQuantity added; NaN when nothing is held afterwards
     * @param endsBar whether it belongs to the bar that closes at its time, not to the one that opens then
     */
    record Change(
            long timeMs,
            InstrumentId instrument,
            Optional<PositionSide> side,
            double signedQuantity,
            boolean endsBar) {}

    private HoldingChanges() {}

    /** Orders fill within the bar that opens at their time, or later; the venue liquidates and settles at closes. */
    static List<Change> of(BacktestResult result) {
        Set<String> liquidations = new HashSet<>();
        List<Change> changes = new ArrayList<>(result.fills().size());
        for (var transaction : result.accountTransactions()) {
            if (transaction instanceof Transaction.PositionLiquidated liquidated) {
                liquidations.add(liquidated.fill().fillId());
            } else if (transaction instanceof Transaction.PositionSettled settled) {
                changes.add(new Change(
                        settled.time().toEpochMilli(), settled.instrument(), settled.positionSide(), Double.NaN, true));
            }
        }
        for (Fill fill : result.fills()) {
            changes.add(new Change(
                    fill.time().toEpochMilli(),
                    fill.instrument(),
                    fill.positionSide(),
                    fill.side().sign() * fill.quantity().toDouble(),
                    liquidations.contains(fill.fillId())));
        }
        changes.sort(Comparator.comparingLong(Change::timeMs).thenComparing(change -> !change.endsBar));
        return changes;
    }
}
