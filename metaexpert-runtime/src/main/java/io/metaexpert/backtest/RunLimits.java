package io.metaexpert.backtest;

import io.metaexpert.engine.RiskEvent;
import io.metaexpert.engine.RiskOutcome;
import io.metaexpert.report.LimitUse;

/** What the limits did, as the report wants it. */
final class RunLimits {
    private RunLimits() {}

    static LimitUse of(RiskOutcome risk) {
        return new LimitUse(
                risk.limits(),
                risk.events().stream().map(RunLimits::reached).toList(),
                risk.cutOrders(),
                risk.cutPositions());
    }

    private static LimitUse.Reached reached(RiskEvent event) {
        return new LimitUse.Reached(
                event.time(),
                event.rule(),
                event.limit().value(),
                event.limit().limit(),
                event.limit().key(),
                event.detail());
    }
}
