package io.metaexpert.report;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.PositionSide;
import java.util.Optional;

/**
 * How much was at stake over the run: notional by equity, looked at at the close of every bar, of long runs at 20,000 closes or more. Bars at whose close no equity was left do not
 * count.
 *
 * @param timeInMarket share of the bars at whose close something was held
 * @param meanGross longs and shorts added up; mean over all bars, those without a position included
 * @param maxGrossTimeMs epoch milliseconds UTC; 0 when nothing was ever held
 * @param meanNet longs less shorts
 * @param maxNet the most that was long on balance; negative when that never was
 * @param minNet the least, negative when short on balance
 * @param largest the position that was worth most by equity; empty when nothing was held at a close
 */
record ExposureUse(
        double timeInMarket,
        double meanGross,
        double maxGross,
        long maxGrossTimeMs,
        double meanNet,
        double maxNet,
        double minNet,
        Optional<Largest> largest) {

    /**
     * A position at the close of a bar.
     *
     * @param quantity unsigned, in the instrument's unit
     * @param notional in account currency
     * @param share of equity
     */
    record Largest(
            InstrumentId instrument, PositionSide side, long timeMs, double quantity, double notional, double share) {}

    static ExposureUse of(RunRecord run) {
        return new ExposureReplay(run).run();
    }
}
