package io.metaexpert.backtest;

import io.metaexpert.bind.BoundExpert;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.engine.RunOutcome;
import io.metaexpert.market.ContractType;
import io.metaexpert.performance.Metrics;
import io.metaexpert.report.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** What a reader of the report must know. */
final class RunNotes {
    private final BoundExpert expert;
    private final MetaExpertConfig config;

    RunNotes(BoundExpert expert, MetaExpertConfig config) {
        this.expert = expert;
        this.config = config;
    }

    List<String> of(RunOutcome outcome, Metrics metrics) {
        List<String> notes = new ArrayList<>();
        if (metrics.period().length().compareTo(RunRecord.LEAST_LENGTH_PER_YEAR) < 0) {
            notes.add("The run is shorter than 30 days, so figures per year are not shown.");
        }
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
