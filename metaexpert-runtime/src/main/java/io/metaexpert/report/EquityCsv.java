package io.metaexpert.report;

import io.metaexpert.performance.EquityCurve;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes equity at every bar's close as gzipped CSV: {@code time,equity}. The archive holds no time of its own. */
final class EquityCsv {
    private static final int FLUSH_AT = 32_768;

    private EquityCsv() {}

    static void write(EquityCurve curve, OutputStream out) throws IOException {
        var times = new TimeText();
        var rows = new StringBuilder(FLUSH_AT + 128);
        rows.append("time,equity\n");
        try (var gzip = new GZIPOutputStream(out, FLUSH_AT)) {
            for (int i = 0; i < curve.size(); i++) {
                rows.append(times.chars(), 0, times.set(curve.timeMs(i)))
                        .append(',')
                        .append(NumberText.plain(curve.equity(i)))
                        .append('\n');
                if (rows.length() >= FLUSH_AT) {
                    flush(rows, gzip);
                }
            }
            flush(rows, gzip);
        }
    }

    private static void flush(StringBuilder rows, OutputStream out) throws IOException {
        out.write(rows.toString().getBytes(StandardCharsets.US_ASCII));
        rows.setLength(0);
    }
}
