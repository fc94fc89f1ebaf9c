package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.order.Fill;
import java.math.BigDecimal;
import java.util.List;

/** Sums over all that was booked. They catch up when they are asked for: who does not look pays nothing per fill. */
final class BookedSums {
    private int fillsSeen;
    private int transactionsSeen;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal funding = BigDecimal.ZERO;
    private BigDecimal insurance = BigDecimal.ZERO;

    /** Takes in what was added to the lists since the last call. */
    void add(List<Fill> fills, List<AccountTransaction> transactions) {
        for (; fillsSeen < fills.size(); fillsSeen++) {
            fees = fees.add(fills.get(fillsSeen).fee().amount());
        }
        for (; transactionsSeen < transactions.size(); transactionsSeen++) {
            add(transactions.get(transactionsSeen));
        }
    }

    private void add(AccountTransaction transaction) {
        switch (transaction) {
            case Transaction.FundingPaid paid ->
                funding = funding.add(paid.amount().amount());
            case Transaction.PositionLiquidated liquidated ->
                insurance = insurance.add(liquidated.insurance().amount());
            case Transaction.PositionSettled settled ->
                fees = fees.add(settled.fee().amount());
        }
    }

    /** Paid, of fills and of settlements. */
    BigDecimal fees() {
        return fees;
    }

    /** Received less paid. */
    BigDecimal funding() {
        return funding;
    }

    /** What the insurance fund paid for liquidations. */
    BigDecimal insurance() {
        return insurance;
    }
}
