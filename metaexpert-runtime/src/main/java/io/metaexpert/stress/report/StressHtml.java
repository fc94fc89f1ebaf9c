package io.metaexpert.stress.report;

import io.metaexpert.Sha256;
import io.metaexpert.stress.run.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes what a stress test came to as one page without scripts that asks the network for nothing. */
final class StressHtml {
    private static final int BAR = 22;
    private static final int HEIGHT = 90;
    private static final int FOOT = 18;

    private final StressReport report;
    private final StringBuilder page = new StringBuilder();

    private StressHtml(StressReport report) {
        this.report = report;
    }

    static void write(StressReport report, Writer out) throws IOException {
        out.write(new StressHtml(report).page());
    }

    private String page() throws IOException {
        String style = resource("stress.css");
        String hash = Base64.getEncoder()
                .encodeToString(
                        new Sha256().add(style.getBytes(StandardCharsets.UTF_8)).digest());
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; ")
                .append("form-action 'none'; style-src 'sha256-")
                .append(hash)
                .append("'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<title>Stress test - MetaExpert</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n<main>\n");
        head();
        table("By family", report.groups());
        table("By half of the draws", List.of(report.tuned(), report.heldOut(), report.all()));
        table("By strategy", report.traders());
        calm();
        charts();
        worst();
        page.append("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private void head() {
        page.append("<h1>Stress test</h1>\n<p>")
                .append(report.all().scenarios())
                .append(" scenarios, seed ")
                .append(report.options().seed())
                .append(". Limits: ")
                .append(escape(report.limits()))
                .append(".</p>\n<p class=\"")
                .append(report.holds() ? "good" : "bad")
                .append("\">")
                .append(report.holds() ? "The claim holds." : "The claim does not hold.")
                .append("</p>\n<ul class=\"checks\">\n");
        for (Check check : report.checks()) {
            page.append("<li class=\"")
                    .append(check.holds() ? "good" : "bad")
                    .append("\"><b>")
                    .append(escape(check.name()))
                    .append("</b>: ")
                    .append(escape(check.wanted()))
                    .append(". Found: ")
                    .append(escape(check.found()))
                    .append(".</li>\n");
        }
        page.append("</ul>\n");
    }

    private void table(String title, List<Tally> rows) {
        page.append("<h2>")
                .append(title)
                .append("</h2>\n<table>\n<tr><th></th><th>scenarios</th><th>in position</th><th>strict breaches</th>")
                .append("<th>at most (95 %)</th><th>fair breaches</th><th>above a cap</th><th>without limits</th>")
                .append("<th>worst loss by its limit</th><th>without limits</th></tr>\n");
        for (Tally tally : rows) {
            page.append("<tr><td>").append(escape(tally.name())).append("</td>");
            cell("%d", tally.scenarios());
            cell("%d", tally.inPosition());
            cell("%d", tally.strict());
            cell("%.2f %%", tally.upper() * 100);
            cell("%d", tally.fair());
            cell("%d", tally.caps());
            cell("%d", tally.freeStrict());
            cell("%.2f", tally.worstUse());
            cell("%.2f", tally.worstFreeUse());
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void cell(String format, Object value) {
        page.append("<td>").append(String.format(Locale.ROOT, format, value)).append("</td>");
    }

    private void calm() {
        CalmFigures calm = report.calm();
        page.append("<h2>The price of safety</h2>\n<p>")
                .append(String.format(
                        Locale.ROOT,
                        "In %d calm scenarios positions are %.2f of equity rather than %.2f, and the profit is %.2f %% rather than %.2f %%.",
                        calm.all(),
                        calm.size(),
                        calm.freeSize(),
                        calm.profit() * 100,
                        calm.freeProfit() * 100))
                .append("</p>\n");
    }

    // --- charts

    private void charts() {
        page.append("<h2>Losses against the limit</h2>\n<p>The largest loss of each scenario by its limit, in tenths; ")
                .append("the line is the limit, the last bar all above twice of it. ")
                .append("<span class=\"limited\">With limits</span>, <span class=\"free\">without</span>.</p>\n")
                .append("<div class=\"charts\">\n");
        report.groups().forEach(this::chart);
        page.append("</div>\n");
    }

    private void chart(Tally tally) {
        int most = Math.max(1, Math.max(tally.limited().most(), tally.free().most()));
        int width = BAR * Histogram.STEPS;
        page.append("<figure>\n<figcaption>")
                .append(escape(tally.name()))
                .append("</figcaption>\n<svg viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(HEIGHT + FOOT)
                .append("\" role=\"img\">\n");
        bars(tally.limited().counts(), most, "limited", 1);
        bars(tally.free().counts(), most, "free", BAR / 2);
        int limit = 10 * BAR;
        page.append(String.format(
                Locale.ROOT, "<line class=\"limit\" x1=\"%d\" x2=\"%d\" y1=\"0\" y2=\"%d\"/>%n", limit, limit, HEIGHT));
        for (int tenths = 0; tenths <= 20; tenths += 5) {
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\">%.1f</text>%n",
                    tenths * BAR,
                    HEIGHT + FOOT - 4,
                    tenths / 10.0));
        }
        page.append("</svg>\n</figure>\n");
    }

    private void bars(int[] counts, int most, String kind, int shift) {
        for (int step = 0; step < counts.length; step++) {
            if (counts[step] == 0) {
                continue;
            }
            int height = Math.max(1, counts[step] * HEIGHT / most);
            page.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%d</title></rect>%n",
                    kind,
                    step * BAR + shift,
                    HEIGHT - height,
                    BAR / 2 - 1,
                    height,
                    counts[step]));
        }
    }

    private void worst() {
        page.append("<h2>Worst scenarios with limits</h2>\n<p>To see one step by step: ")
                .append("<code>")
                .append(report.command())
                .append("</code></p>\n<table>\n")
                .append("<tr><th></th><th>strategy</th><th>loss by its limit</th><th>without limits</th>")
                .append("<th>strict</th><th>fair</th><th>above a cap</th></tr>\n");
        for (Outcome outcome : report.worst()) {
            page.append("<tr><td><code>")
                    .append(outcome.scenario().id())
                    .append("</code></td><td>")
                    .append(outcome.scenario().trader().key())
                    .append("</td>");
            cell("%.2f", outcome.limited().worstUse());
            cell("%.2f", outcome.free().worstUse());
            cell("%s", outcome.limited().strict() ? "yes" : "");
            cell("%s", outcome.limited().fair() ? "yes" : "");
            page.append("<td>")
                    .append(escape(String.join(
                            "; ", outcome.limited().caps().stream().limit(2).toList())))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StressHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
