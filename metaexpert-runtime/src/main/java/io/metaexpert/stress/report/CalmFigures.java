package io.metaexpert.stress.report;

import io.metaexpert.stress.run.Outcome;
import io.metaexpert.stress.scenario.Trader;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the limits cost while nothing happens.
 *
 * @param scenarios of {@link Trader#ALWAYS_MAX}, by which the exposure is measured
 * @param exposure their mean share of the largest size at which the stress gap would just not pass a limit; NaN when there are none
 * @param leastExposure of one of them
 * @param all calm scenarios of all strategies
 * @param size mean notional by equity, with limits
 * @param freeSize the same without
 * @param profit mean by capital, with limits
 * @param freeProfit the same without
 */
public record CalmFigures(
        int scenarios,
        double exposure,
        double leastExposure,
        int all,
        double size,
        double freeSize,
        double profit,
        double freeProfit) {

    static CalmFigures of(List<Outcome> calm) {
        List<Outcome> greedy = calm.stream()
                .filter(outcome -> outcome.scenario().trader() == Trader.ALWAYS_MAX)
                .toList();
        return new CalmFigures(
                greedy.size(),
                mean(greedy, outcome -> outcome.limited().exposure()),
                greedy.stream()
                        .mapToDouble(outcome -> outcome.limited().exposure())
                        .min()
                        .orElse(Double.NaN),
                calm.size(),
                mean(calm, outcome -> outcome.limited().notional()),
                mean(calm, outcome -> outcome.free().notional()),
                mean(calm, outcome -> outcome.limited().profit()),
                mean(calm, outcome -> outcome.free().profit()));
    }

    private static double mean(List<Outcome> of, ToDoubleFunction<Outcome> figure) {
        return of.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
