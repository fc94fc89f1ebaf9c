package io.metaexpert.stress.report;

import io.metaexpert.stress.run.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints what a stress test came to, at most 80 characters wide where it is a table. */
public final class StressConsole {
    private static final int MOST_NAMED = 5;

    private StressConsole() {}

    /** Prints all of it; does not close {@code out}. */
    public static void print(StressReport report, PrintWriter out) {
        out.println("limits: " + report.limits() + "; seed " + report.options().seed());
        out.println();
        out.println("                          scenarios  in       breaches            worst loss");
        out.println("family                               position strict  fair  free  with    free");
        report.groups().forEach(tally -> row(tally, out));
        out.println();
        for (Tally tally : List.of(report.tuned(), report.heldOut(), report.all())) {
            row(tally, out);
        }
        out.println();
        report.traders().forEach(tally -> row(tally, out));
        out.println();
        out.println("free: the same without limits. Losses are by their limit: 1.00 is the limit.");
        calm(report.calm(), out);
        out.println();
        for (Check check : report.checks()) {
            out.println((check.holds() ? "holds      " : "FAILS      ") + check.name() + ": " + check.wanted());
            out.println("           " + check.found());
        }
        worst(report, out);
        out.flush();
    }

    private static void row(Tally tally, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%-25s %9d %9d %6d %5d %5d %5.2f %7.2f",
                tally.name(),
                tally.scenarios(),
                tally.inPosition(),
                tally.strict(),
                tally.fair(),
                tally.freeStrict(),
                tally.worstUse(),
                tally.worstFreeUse()));
    }

    private static void calm(CalmFigures calm, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "price of safety, %d calm scenarios: size %.2f of equity rather than %.2f, profit %.2f %% rather than %.2f %%",
                calm.all(),
                calm.size(),
                calm.freeSize(),
                calm.profit() * 100,
                calm.freeProfit() * 100));
    }

    private static void worst(StressReport report, PrintWriter out) {
        out.println();
        out.println("worst with limits (`" + report.command() + "` tells one step by step):");
        for (Outcome outcome :
                report.worst().subList(0, Math.min(MOST_NAMED, report.worst().size()))) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-24s %5.2f of the limit, %s%s",
                    outcome.scenario().id(),
                    outcome.limited().worstUse(),
                    outcome.scenario().trader().key(),
                    outcome.limited().caps().isEmpty()
                            ? ""
                            : "; cap: " + outcome.limited().caps().getFirst()));
        }
    }
}
