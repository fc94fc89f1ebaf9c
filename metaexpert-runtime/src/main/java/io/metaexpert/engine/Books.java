package io.metaexpert.engine;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.Fill;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.performance.RoundTripBook;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Balance;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What our side knows of the money: ledger, round trips, fills, and equity at the last prices. Engine thread only. */
final class Books {
    private final Market[] markets;
    private final Ledger ledger;
    private final RoundTripBook roundTrips;
    private final List<Fill> fills = new ArrayList<>();
    private final List<AccountTransaction> accountTransactions = new ArrayList<>();
    private final BookedSums sums = new BookedSums();
    private final BigDecimal leverage;
    private double cash;
    private long version;

    Books(Ledger ledger, List<Market> markets, RoundTripBook roundTrips, BigDecimal leverage) {
        this.roundTrips = roundTrips;
        this.leverage = leverage;
        this.ledger = ledger;
        this.markets = markets.toArray(new Market[0]);
        this.cash = Decimals.toDouble(ledger.cash());
    }

    /** Books a fill of an order that was sent for {@code reason}. */
    void apply(Fill fill, String reason) {
        fills.add(fill);
        ledger.apply(fill);
        roundTrips.apply(fill, reason);
        refresh(fill.instrument());
    }

    /** Books a position that was there before the run. */
    void open(Fill position) {
        ledger.apply(position);
        roundTrips.apply(position, "held before the start");
        refresh(position.instrument());
    }

    /** Books what the venue did by itself. */
    void apply(AccountTransaction transaction) {
        accountTransactions.add(transaction);
        switch (transaction) {
            case Transaction.FundingPaid funding -> ledger.credit(funding.amount());
            case Transaction.PositionLiquidated(var time, var fill, var insurance) -> {
                apply(fill, "liquidation");
                ledger.credit(insurance);
            }
            case Transaction.PositionSettled settled -> {
                ledger.settle(
                        settled.instrument(),
                        settled.positionSide(),
                        settled.price(),
                        settled.fee().amount());
                roundTrips.settle(settled, settled.exercised() ? "exercise" : "expiry");
            }
        }
        refresh(transaction.instrument());
    }

    private void refresh(InstrumentId instrument) {
        version++;
        cash = Decimals.toDouble(ledger.cash());
        for (Market market : markets) {
            if (market.instrument.id().equals(instrument)) {
                market.refresh(ledger);
            }
        }
    }

    /** Funding, liquidations and settlements so far. */
    List<AccountTransaction> accountTransactions() {
        return accountTransactions;
    }

    /** Rises with every change. */
    long version() {
        return version;
    }

    /** See {@link Ledger#cash}, as an estimate. */
    double cash() {
        return cash;
    }

    /** Cash plus positions at the last prices. */
    double equity() {
        double sum = cash;
        for (Market market : markets) {
            if (market.quantity != 0) {
                sum += market.value();
            }
        }
        return sum;
    }

    Account account(Instant now) {
        BigDecimal margin = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (Position position : ledger.positions()) {
            ContractMath math = ContractMath.of(position.contract());
            BigDecimal cost = math.notional(position.quantity().value(), position.averageEntryPrice());
            switch (position.contract().type()) {
                case SPOT, OPTION -> paid = paid.add(position.isShort() ? cost.negate() : cost);
                case LINEAR, INVERSE -> margin = margin.add(cost.divide(leverage, MathContext.DECIMAL128));
            }
        }
        BigDecimal total = ledger.walletBalance().subtract(paid);
        Balance balance = new Balance(ledger.currency(), total, total.subtract(margin));
        return new Account(ledger.currency(), List.of(balance), equity(), margin, now);
    }

    /** What has been paid and received so far. */
    BookedSums sums() {
        sums.add(fills, accountTransactions);
        return sums;
    }

    /** Round trips that have been closed, a view. */
    List<RoundTrip> closedRoundTrips() {
        return roundTrips.closed();
    }

    Ledger ledger() {
        return ledger;
    }

    List<Fill> fills() {
        return fills;
    }

    List<RoundTrip> finish(Instant now) {
        return roundTrips.finish(
                now,
                instrument -> Arrays.stream(markets)
                        .filter(m -> m.instrument.id().equals(instrument))
                        .mapToDouble(Market::lastPrice)
                        .findFirst()
                        .orElseThrow());
    }
}
