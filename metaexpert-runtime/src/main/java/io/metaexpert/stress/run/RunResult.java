package io.metaexpert.stress.run;

import java.util.List;

/**
 * What came out of one run.
 *
 * @param inPosition whether something was held when the event began
 * @param worstUse the largest loss by the limit of its time: 1 is the limit
 * @param strict whether a loss was above a limit at any instant
 * @param fair whether it was above what could not be helped, see {@link LossWatch}
 * @param limit the limit that was passed first; empty when none was
 * @param aboveCap whether an entry made the position larger than the stress gap allows
 * @param caps entries that were above a hard cap, a sentence each
 * @param worstDrawdown from the peak, as a fraction
 * @param profit by the capital, at the end
 * @param exposure mean share of the largest size that the stress gap allows; NaN where it was not measured
 * @param notional mean notional by equity; NaN where it was not measured
 */
public record RunResult(
        boolean inPosition,
        double worstUse,
        boolean strict,
        boolean fair,
        String limit,
        boolean aboveCap,
        List<String> caps,
        boolean liquidated,
        double worstDrawdown,
        double profit,
        double exposure,
        double notional) {

    public RunResult {
        caps = List.copyOf(caps);
    }

    static RunResult of(Judge judge, CapCheck caps, long eventMs) {
        LossWatch daily = judge.daily();
        LossWatch drawdown = judge.drawdown();
        LossWatch first = daily.strictMs() <= drawdown.strictMs() ? daily : drawdown;
        boolean strict = first.strictMs() != Long.MAX_VALUE;
        return new RunResult(
                judge.holding().stream().anyMatch(held -> held.fromMs() < eventMs && held.toMs() >= eventMs),
                Math.max(daily.worstUse(), drawdown.worstUse()),
                strict,
                Math.min(daily.fairMs(), drawdown.fairMs()) != Long.MAX_VALUE,
                strict ? first.name() : "",
                judge.wasAboveCap(),
                caps.violations(),
                judge.wasLiquidated(),
                judge.worstDrawdown(),
                judge.profit(),
                judge.exposure(),
                judge.meanNotional());
    }
}
