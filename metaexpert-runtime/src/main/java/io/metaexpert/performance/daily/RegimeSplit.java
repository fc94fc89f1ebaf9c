package io.metaexpert.performance.daily;

import java.util.List;

/**
 * What the run did in each kind of market. A day belongs to the regime that the first symbol's closes had shown before the day began;
 * {@link RegimeCalculator} states the rule. The profits of all parts add up to the net profit.
 *
 * @param symbol whose closes decide
 * @param parts one per regime, in the order of {@link Regime}, those without a day included; empty when the run is too short
 * @param missing why there are none; empty when there are some
 */
public record RegimeSplit(String symbol, List<Part> parts, String missing) {

    /**
     * The days of one regime.
     *
     * @param profit of the run, in account currency
     * @param totalReturn of the run over these days put together; NaN without a day
     * @param marketReturn of the symbol's close over the same days
     * @param exposure share of their time in which a position was held
     */
    public record Part(
            Regime regime, int days, double profit, double totalReturn, double marketReturn, double exposure) {}

    public RegimeSplit {
        parts = List.copyOf(parts);
    }

    static RegimeSplit missing(String symbol, String reason) {
        return new RegimeSplit(symbol, List.of(), reason);
    }
}
