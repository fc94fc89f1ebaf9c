package io.metaexpert.backtest;

import io.metaexpert.api.DeinitReason;
import io.metaexpert.engine.ExpertFailure;
import io.metaexpert.report.RunRecord;
import java.util.Optional;

/**
 * A backtest that has ended.
 *
 * @param record all that a report is written from
 * @param reason why it ended; anything but BACKTEST_END means that it saw only a part of the data
 * @param failure the exception of a handler that ended it
 */
public record BacktestRun(RunRecord record, DeinitReason reason, Optional<ExpertFailure> failure) {}
