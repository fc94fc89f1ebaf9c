package io.metaexpert.backtest;

import io.metaexpert.backtest.MarketLoader.LoadedMarket;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.engine.RunOutcome;
import io.metaexpert.market.ContractType;
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

    List<String> of(RunOutcome outcome) {
        List<String> notes = new ArrayList<>();
        markets.forEach(market -> notes.addAll(market.quality().notes()));
        if (config.market().contractType() == ContractType.LINEAR) {
            notes.add("Funding and liquidation are not simulated.");
        }
        if (expert.onTick().isPresent() || expert.onBook().isPresent()) {
            notes.add("The data are bars, so @OnTick and @OnBook were not called.");
        }
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
