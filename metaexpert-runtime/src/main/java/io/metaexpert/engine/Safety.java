package io.metaexpert.engine;

import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.spi.StateStore;

/**
 * What keeps a strategy within bounds.
 *
 * @param store where what has to survive a restart is kept
 */
public record Safety(RiskLimits limits, ProtectionSettings protection, FilterSettings filters, StateStore store) {
    /** No limits, no stops, no filters, nothing kept. */
    public static Safety none() {
        return new Safety(RiskLimits.NONE, ProtectionSettings.NONE, FilterSettings.NONE, StateStore.none());
    }
}
