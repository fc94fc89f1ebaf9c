package io.metaexpert.engine;

import io.metaexpert.risk.LossGuard;
import io.metaexpert.risk.RiskLimits;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that limits a strategy, put together.
 *
 * @param gate asked of every order of the strategy
 * @param guard told whenever the market has moved
 */
record RiskControl(RiskGate gate, RiskGuard guard) {
    /** Null when nothing is limited, which then costs nothing. */
    static @Nullable RiskControl of(
            EngineSettings settings,
            Books books,
            List<Market> markets,
            OrderManager orders,
            OrderDesk desk,
            Exposure exposure,
            SizeEstimate sizes,
            EntryFilters filters,
            StopDistances stops,
            InstantSource clock) {
        RiskLimits limits = settings.safety().limits();
        if (!limits.isOn() && !settings.safety().filters().isOn()) {
            return null;
        }
        LossGuard losses = new LossGuard(limits, settings.capital().currency());
        EntryCaps caps = new EntryCaps(settings, losses, exposure, sizes, markets, orders);
        RiskGuard guard = new RiskGuard(settings, losses, exposure, caps, markets, desk, orders, clock);
        EntryRules rules = new EntryRules(settings, guard, exposure, markets, orders, filters, caps, books, clock);
        RiskGate gate = new RiskGate(limits, rules, caps, guard, sizes, markets, orders, stops, books, clock);
        return new RiskControl(gate, guard);
    }
}
