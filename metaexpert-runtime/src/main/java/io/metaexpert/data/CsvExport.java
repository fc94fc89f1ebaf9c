package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.TempFiles;
import io.metaexpert.market.Bars;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** Writes CSV files, packed when the name says so; the file gets its name when it is complete. */
final class CsvExport {
    private CsvExport() {}

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    static void bars(Bars bars, Path target, boolean force) throws IOException {
        writeText(target, force, writer -> {
            writer.write("open_time_ms,open,high,low,close,volume\n");
            for (int i = 0; i < bars.size(); i++) {
                writer.write(Long.toString(bars.openTimeMs(i)));
                row(writer, bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            }
        });
    }

    static void trades(ColumnFile trades, Path target, boolean force) throws IOException {
        writeText(target, force, writer -> {
            writer.write("timestamp,price,amount,is_buyer_maker\n");
            for (int i = 0; i < trades.rows(); i++) {
                writer.write(Long.toString(trades.longAt(0, i)));
                writer.write("," + plain(trades.doubleAt(1, i)) + "," + plain(trades.doubleAt(2, i)) + ",");
                long side = trades.longAt(3, i);
                writer.write(side == 0 ? "\n" : side < 0 ? "true\n" : "false\n");
            }
        });
    }

    /** Copies a text as it is. */
    static void copy(InputStream text, Path target, boolean force) throws IOException {
        try (text) {
            write(target, force, text::transferTo);
        }
    }

    private static void row(Writer writer, double... values) throws IOException {
        for (double value : values) {
            writer.write(',');
            writer.write(plain(value));
        }
        writer.write('\n');
    }

    /** The shortest decimal that reads back as the same double, without an exponent. */
    static String plain(double value) {
        String text = Double.toString(value);
        if (text.indexOf('E') >= 0) {
            text = new BigDecimal(text).toPlainString();
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private interface Text {
        void write(Writer writer) throws IOException;
    }

    private static void writeText(Path target, boolean force, Text text) throws IOException {
        write(target, force, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            text.write(writer);
            writer.flush();
        });
    }

    private static void write(Path target, boolean force, Content content) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserException("no folder " + folder, "");
        }
        if (Files.isDirectory(absolute) || (!force && Files.exists(absolute))) {
            throw new UserException(
                    target + " is already there", "Choose another name, or replace the file with --force.");
        }
        Path temporary = TempFiles.create(folder);
        try {
            try (OutputStream file = Files.newOutputStream(temporary);
                    OutputStream out = target.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file) {
                content.write(out);
            }
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
