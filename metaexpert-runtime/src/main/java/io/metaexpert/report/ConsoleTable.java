package io.metaexpert.report;

import io.metaexpert.analysis.Analysis;
import io.metaexpert.analysis.Finding;
import io.metaexpert.market.DataQuality;
import io.metaexpert.order.DenialReason;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.daily.Benchmark;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the figures of a run as two aligned columns, at most 80 characters wide. */
public final class ConsoleTable {
    private static final int COLUMN = 38;
    private static final int WIDTH = 80;
    private static final int MAX_LIMITS = 3;
    private static final int MAX_FINDINGS = 5;

    private ConsoleTable() {}

    /** Prints the table; does not close {@code out}. */
    public static void print(RunRecord run, Analysis analysis, PrintWriter out) {
        var metrics = run.result().metrics();
        var times = new TimeText();
        var heading = new StringBuilder(run.expert());
        for (var market : run.markets()) {
            heading.append("  ")
                    .append(market.instrument().id())
                    .append(' ')
                    .append(market.bars().timeframe());
        }
        wrap(out, "", heading.toString());
        out.println(times.minutes(metrics.period().from().toEpochMilli())
                + " to "
                + times.minutes(metrics.period().to().toEpochMilli())
                + " UTC, "
                + NumberText.grouped((double) metrics.period().bars(), 0)
                + " bars, money in "
                + run.result().currency());
        out.println("-".repeat(WIDTH));
        columns(run, out);
        benchmark(run, analysis, out);
        intrabar(run.intrabar(), out);
        limits(run.limits(), out);
        refusals(run, out);
        remarks(run, out);
        findings(analysis, out);
        out.flush();
    }

    private static void columns(RunRecord run, PrintWriter out) {
        int decimals = NumberText.moneyDecimals(run.result().metrics().startEquity());
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (Figure.Group group : Figure.Group.values()) {
            if (group == Figure.Group.PERIOD) {
                continue;
            }
            boolean onTheRight = group == Figure.Group.TRADES || group == Figure.Group.COSTS;
            lines(run, group, decimals, onTheRight ? right : left);
        }
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String first = i < left.size() ? left.get(i) : "";
            String second = i < right.size() ? right.get(i) : "";
            String pad = second.isEmpty() ? "" : " ".repeat(COLUMN + 4 - first.length());
            out.println(first + pad + second);
        }
    }

    private static void lines(RunRecord run, Figure.Group group, int decimals, List<String> lines) {
        lines.add(group.title());
        for (Figure figure : Figures.shown(run.result().metrics())) {
            if (figure.group() == group) {
                String text = NumberText.of(figure, decimals);
                int gap = Math.max(1, COLUMN - 2 - figure.label().length() - text.length());
                lines.add("  " + figure.label() + " ".repeat(gap) + text);
            }
        }
    }

    private static void benchmark(RunRecord run, Analysis analysis, PrintWriter out) {
        if (analysis.benchmarks().isEmpty()
                || run.result().metrics().period().length().compareTo(RunRecord.LEAST_LENGTH_PER_YEAR) < 0) {
            return;
        }
        Benchmark held = analysis.benchmarks().get(analysis.benchmarks().size() - 1);
        wrap(
                out,
                "hold: ",
                held.name() + " " + percent(held.totalReturn()) + ", drawdown " + percent(held.maxDrawdown())
                        + "; excess "
                        + percent(held.run().excessReturn()) + ", beta "
                        + NumberText.grouped(held.run().beta(), 2));
    }

    private static void intrabar(Intrabar intrabar, PrintWriter out) {
        if (!intrabar.matters()) {
            return;
        }
        wrap(out, "bars: ", intrabar.text());
        if (intrabar.assumed().size() == 1) {
            return;
        }
        out.println("  assumed               return     drawdown     trades    win rate");
        for (Intrabar.Assumed assumed : intrabar.assumed()) {
            Metrics metrics = assumed.metrics();
            out.printf(
                    Locale.ROOT,
                    "  %-14s%14s%13s%11s%12s%n",
                    assumed.assumption(),
                    percent(metrics.returns().netReturn()),
                    percent(metrics.drawdowns().max()),
                    NumberText.grouped(metrics.trades().count(), 0),
                    percent(metrics.trades().winRate()));
        }
    }

    private static String percent(double fraction) {
        return NumberText.grouped(fraction * 100, 2) + " %";
    }

    /** The first few: the table is to stay on one screen. */
    private static void findings(Analysis analysis, PrintWriter out) {
        List<Finding> findings = analysis.findings();
        int shown = Math.min(MAX_FINDINGS, findings.size());
        for (int i = 0; i < shown; i++) {
            wrap(out, "look: ", findings.get(i).text());
        }
        if (shown < findings.size()) {
            wrap(out, "look: ", (findings.size() - shown) + " more in the report");
        }
    }

    private static void limits(LimitUse use, PrintWriter out) {
        int shown = Math.min(MAX_LIMITS, use.reached().size());
        for (int i = 0; i < shown; i++) {
            LimitUse.Reached reached = use.reached().get(i);
            wrap(out, "limit: ", new TimeText().minutes(reached.time().toEpochMilli()) + " UTC, " + reached.detail());
        }
        if (shown < use.reached().size()) {
            wrap(out, "limit: ", (use.reached().size() - shown) + " more in the report");
        }
        if (use.cutOrders() + use.cutPositions() > 0) {
            wrap(
                    out,
                    "limit: ",
                    use.cutOrders() + " x an order was sent smaller than asked for, " + use.cutPositions()
                            + " x a position was made smaller");
        }
    }

    private static void refusals(RunRecord run, PrintWriter out) {
        for (Map.Entry<DenialReason, Integer> refusal : run.result().refusals().entrySet()) {
            wrap(
                    out,
                    "orders: ",
                    NumberText.grouped(refusal.getValue(), 0) + " x " + refusal.getKey() + ", "
                            + refusal.getKey().text());
        }
    }

    private static void remarks(RunRecord run, PrintWriter out) {
        if (run.partial()) {
            wrap(out, "note: ", "the run was stopped before the end of the data");
        }
        for (var market : run.markets()) {
            DataQuality quality = market.quality();
            for (String note : quality.notes()) {
                wrap(out, "data: ", note);
            }
        }
        for (String note : run.notes()) {
            wrap(out, "note: ", note);
        }
    }

    /** Prints a text in lines of at most 80 characters, the later ones indented below the first. */
    private static void wrap(PrintWriter out, String label, String text) {
        String indent = " ".repeat(label.length());
        var line = new StringBuilder(label);
        for (String word : text.split(" ", -1)) {
            if (line.length() > label.length() && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line.setLength(0);
                line.append(indent);
            }
            if (line.length() > label.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        out.println(line);
    }
}
