package io.metaexpert.stress.report;

import io.metaexpert.risk.LossLimit;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.stress.StressOptions;
import io.metaexpert.stress.run.Outcome;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.ScenarioId;
import io.metaexpert.stress.scenario.Trader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a stress test came to.
 *
 * @param limits that losses were held against, as text
 * @param groups in the order of the report
 * @param traders by who traded
 * @param checks the claim, part by part
 * @param worst the scenarios whose losses were largest by their limit, with limits; those with entries above a cap come first
 */
public record StressReport(
        StressOptions options,
        String limits,
        List<Tally> groups,
        List<Tally> traders,
        Tally all,
        Tally tuned,
        Tally heldOut,
        CalmFigures calm,
        List<Check> checks,
        List<Outcome> worst) {
    private static final double RISK = 0.01;
    private static final double GROUP_RISK = 0.03;
    private static final double BITE = 0.5;
    private static final double GROUP_BITE = 0.15;
    private static final double EXPOSURE = 0.8;
    private static final int MOST_WORST = 20;

    /** Counts what came out. */
    public static StressReport of(StressOptions options, RiskLimits limits, List<Outcome> outcomes) {
        Map<String, Tally> groups = new LinkedHashMap<>();
        options.groups().forEach(group -> groups.put(group, new Tally(name(group))));
        Map<Trader, Tally> traders = new LinkedHashMap<>();
        options.traders().forEach(trader -> traders.put(trader, new Tally(trader.key())));
        Tally all = new Tally("all");
        Tally tuned = new Tally("tuning half");
        Tally heldOut = new Tally("held-out half");
        List<Outcome> calm = new ArrayList<>();
        int calmCaps = 0;
        for (Outcome outcome : outcomes) {
            ScenarioId id = outcome.scenario().id();
            if (id.isCalm()) {
                calm.add(outcome);
                calmCaps += outcome.limited().caps().size();
                continue;
            }
            Tally group = groups.get(id.group());
            Tally trader = traders.get(outcome.scenario().trader());
            for (Tally tally : new Tally[] {group, trader, all, id.heldOut() ? heldOut : tuned}) {
                if (tally != null) {
                    tally.add(outcome);
                }
            }
        }
        CalmFigures figures = CalmFigures.of(calm);
        List<Tally> rows = List.copyOf(groups.values());
        return new StressReport(
                options,
                text(limits),
                rows,
                List.copyOf(traders.values()),
                all,
                tuned,
                heldOut,
                figures,
                checks(rows, all, heldOut, all.caps() + calmCaps, figures),
                worst(outcomes));
    }

    private static String name(String group) {
        return Family.find(group).map(Family::text).orElse("two families at once");
    }

    private static String text(RiskLimits limits) {
        List<String> texts = new ArrayList<>();
        limits.maxDrawdown().ifPresent(share -> texts.add("max-drawdown " + percent(share)));
        limits.dailyLoss()
                .ifPresent(limit -> texts.add("daily-loss-limit "
                        + switch (limit) {
                            case LossLimit.Share(var share) -> percent(share);
                            case LossLimit.Amount(var money) -> money.amount().toPlainString() + " " + money.currency();
                        }));
        return String.join(", ", texts);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static List<Outcome> worst(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.scenario().id().isCalm()
                        || !outcome.limited().caps().isEmpty())
                .sorted(Comparator.<Outcome>comparingInt(
                                outcome -> outcome.limited().caps().isEmpty() ? 1 : 0)
                        .thenComparingDouble(outcome -> -outcome.limited().worstUse()))
                .limit(MOST_WORST)
                .toList();
    }

    // --- the claim

    private static List<Check> checks(List<Tally> groups, Tally all, Tally heldOut, int caps, CalmFigures calm) {
        List<Check> checks = new ArrayList<>();
        checks.add(risk("loss limits", all));
        checks.add(risk("loss limits, held-out half", heldOut));
        Tally most =
                groups.stream().max(Comparator.comparingDouble(Tally::share)).orElse(all);
        checks.add(new Check(
                "loss limits, each family",
                most.share() <= GROUP_RISK,
                "breaches in at most 3 % of each",
                String.format(Locale.ROOT, "at most %.2f %% (%s)", most.share() * 100, most.name())));
        checks.add(new Check("hard caps", caps == 0, "no entry above one", caps + " entries"));
        if (all.greedy() > 0) {
            checks.add(bite(groups, all));
        }
        if (calm.scenarios() > 0) {
            checks.add(new Check(
                    "exposure in calm markets",
                    calm.exposure() >= EXPOSURE,
                    "at least 80 % of the largest size that the stress gap allows",
                    String.format(
                            Locale.ROOT,
                            "%.1f %% in the mean, %.1f %% at least",
                            calm.exposure() * 100,
                            calm.leastExposure() * 100)));
        }
        return List.copyOf(checks);
    }

    private static Check risk(String name, Tally tally) {
        boolean holds = tally.upper() <= RISK;
        String found = String.format(
                Locale.ROOT,
                "%d of %d; with 95 %% confidence at most %.3f %%",
                tally.strict(),
                tally.scenarios(),
                tally.upper() * 100);
        boolean few = !holds && ClopperPearson.upper(0, tally.scenarios()) > RISK;
        return new Check(
                name, holds, "breached in at most 1 %", few ? found + " (too few scenarios to show more)" : found);
    }

    private static Check bite(List<Tally> groups, Tally all) {
        Tally least = groups.stream()
                .filter(group -> group.greedy() > 0)
                .min(Comparator.comparingDouble(Tally::bite))
                .orElse(all);
        return new Check(
                "bite",
                all.bite() >= BITE && least.bite() >= GROUP_BITE,
                "without limits breaches in at least 50 % of all and 15 % of each family",
                String.format(
                        Locale.ROOT,
                        "%.1f %% of all, at least %.1f %% (%s)",
                        all.bite() * 100,
                        least.bite() * 100,
                        least.name()));
    }

    /** The command that tells one scenario; which strategy it has depends on which there are to draw from. */
    public String command() {
        boolean all = options.traders().size() == Trader.values().length;
        String strategy =
                all ? "" : " --strategy " + options.traders().getFirst().key();
        return "metaexpert stress" + strategy + " --scenario ID";
    }

    /** Whether the claim holds. */
    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
