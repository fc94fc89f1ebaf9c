package io.metaexpert.report;

import io.metaexpert.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes report.html: one file that asks the network for nothing. Its policy allows only the scripts and the style that it holds,
 * by their hashes; all data stands in a JSON block that is never executed.
 */
final class HtmlReport {
    private final RunRecord run;
    private final Derived derived;
    private final OutputStream out;
    private final byte[] style;
    private final byte[] uplot;
    private final byte[] script;

    private HtmlReport(RunRecord run, Derived derived, OutputStream out) throws IOException {
        this.run = run;
        this.derived = derived;
        this.out = out;
        style = concat(resource("uPlot.min.css"), resource("report.css"));
        uplot = resource("uPlot.iife.min.js");
        script = resource("report.js");
    }

    static void write(RunRecord run, Derived derived, OutputStream out) throws IOException {
        new HtmlReport(run, derived, out).write();
    }

    private void write() throws IOException {
        String template = new String(resource("report.html"), StandardCharsets.UTF_8);
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            text(template.substring(from, at));
            place(template.substring(at + 2, end));
            from = end + 2;
        }
        text(template.substring(from));
    }

    private void place(String name) throws IOException {
        switch (name) {
            case "csp" -> text(policy());
            case "title" -> text(escape(run.expert()) + " - MetaExpert");
            case "style" -> out.write(style);
            case "license" -> out.write(resource("uPlot.LICENSE"));
            case "uplot" -> out.write(uplot);
            case "script" -> out.write(script);
            case "data" -> HtmlData.write(run, derived, out);
            default -> throw new IllegalStateException("unknown placeholder in report.html: " + name);
        }
    }

    private String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src " + source(uplot) + " "
                + source(script) + "; style-src " + source(style);
    }

    private static String source(byte[] content) {
        byte[] hash = new Sha256().add(content).digest();
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its resource " + name);
            }
            return in.readAllBytes();
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
