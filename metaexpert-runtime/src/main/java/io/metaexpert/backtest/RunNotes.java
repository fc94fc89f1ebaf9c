package io.metaexpert.backtest;

import io.metaexpert.backtest.MarketLoader.LoadedMarket;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.engine.RunOutcome;
import io.metaexpert.engine.TickCounts;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.ContractType;
import io.metaexpert.performance.Metrics;
import io.metaexpert.report.RunRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a reader of the report must know. */
final class RunNotes {
    private final BoundExpert expert;
    private final MetaExpertConfig config;
    private final List<LoadedMarket> markets;

    RunNotes(BoundExpert expert, MetaExpertConfig config, List<LoadedMarket> markets) {
        this.expert = expert;
        this.config = config;
        this.markets = markets;
    }

    private void addTicks(List<String> notes, TickCounts counts) {
        boolean takesTicks = expert.onTick().isPresent() || expert.onBook().isPresent();
        List<DataCatalog.LoadedTicks> tapes =
                markets.stream().flatMap(market -> market.ticks().stream()).toList();
        if (tapes.isEmpty()) {
            if (takesTicks) {
                notes.add("The data are bars, so @OnTick and @OnBook were not called.");
            }
            return;
        }
        notes.add("Fills come from %d ticks%s between the bars."
                .formatted(
                        counts.ticks(), counts.books() > 0 ? " and " + counts.books() + " changes of the book" : ""));
        if (counts.conflatedTicks() + counts.conflatedBooks() > 0) {
            notes.add(
                    "%d ticks and %d changes of the book were followed by another at the same millisecond, and were not told by themselves."
                            .formatted(counts.conflatedTicks(), counts.conflatedBooks()));
        }
        for (DataCatalog.LoadedTicks tape : tapes) {
            long gaps = tape.quality().depth().gaps();
            if (gaps > 0) {
                notes.add("Updates of the book were missing %d times; until the next snapshot there was no book then."
                        .formatted(gaps));
            }
        }
        if (config.backtest().spread().signum() > 0 && markets.stream().allMatch(LoadedMarket::isQuoted)) {
            notes.add("backtest.spread had no effect, as the data hold best bid and ask.");
        }
    }

    private void addDerivatives(List<String> notes) {
        ContractType type = config.market().contractType();
        if (type == ContractType.SPOT) {
            return;
        }
        MetaExpertConfig.Backtest backtest = config.backtest();
        if (!backtest.liquidation()) {
            notes.add(
                    "Positions could not be liquidated (backtest.liquidation: false): equity may have gone below zero.");
        }
        if (type == ContractType.OPTION) {
            if (backtest.data().equals(DataCatalog.SAMPLE)) {
                notes.add("The option was priced by Black-76 from its underlying at a volatility of "
                        + backtest.volatility()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + " %.");
            }
        } else if (!backtest.funding()) {
            notes.add("Funding was neither paid nor received (backtest.funding: false).");
        } else if (backtest.fundingData().isEmpty()) {
            notes.add("Funding was exchanged at a stated rate of "
                    + backtest.fundingRate()
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " % every 8 hours, not at real rates (backtest.funding-data).");
        }
    }

    private void addAccountEvents(List<String> notes, List<AccountTransaction> transactions) {
        BigDecimal funding = BigDecimal.ZERO;
        int payments = 0;
        int liquidations = 0;
        for (AccountTransaction transaction : transactions) {
            if (transaction instanceof Transaction.FundingPaid paid) {
                funding = funding.add(paid.amount().amount());
                payments++;
            } else if (transaction instanceof Transaction.PositionLiquidated) {
                liquidations++;
            }
        }
        if (payments > 0) {
            notes.add("Funding was exchanged " + payments + " times, "
                    + funding.setScale(8, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                            .toPlainString() + " "
                    + config.backtest().initialCapital().currency()
                    + " in all; it is part of equity and not of the round trips.");
        }
        if (liquidations > 0) {
            notes.add(liquidations + (liquidations == 1 ? " position was" : " positions were")
                    + " liquidated: lower sizing.leverage, or set stops before the liquidation price.");
        }
    }

    List<String> of(RunOutcome outcome, Metrics metrics) {
        List<String> notes = new ArrayList<>();
        if (metrics.period().length().compareTo(RunRecord.LEAST_LENGTH_PER_YEAR) < 0) {
            notes.add("The run is shorter than 30 days, so figures per year are not shown.");
        }
        addDerivatives(notes);
        addAccountEvents(notes, outcome.accountTransactions());
        addTicks(notes, outcome.ticks());
        if (outcome.errors() > 0) {
            notes.add("Handlers threw " + outcome.errors() + (outcome.errors() == 1 ? " exception." : " exceptions."));
        }
        switch (outcome.reason()) {
            case EXPERT_REQUEST -> notes.add("The strategy ended the run: " + outcome.stopReason());
            case USER_STOP -> notes.add("The run was stopped before the end of the data.");
            case ERROR -> notes.add("The run ended at the first failure of a handler.");
            default -> {}
        }
        return notes;
    }
}
