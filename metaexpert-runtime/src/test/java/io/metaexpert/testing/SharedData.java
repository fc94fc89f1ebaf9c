package io.metaexpert.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;

/** Real data beside the project, read by the plainest code, so that tests of the engine do not depend on our own readers. */
public final class SharedData {
    private SharedData() {}

    /** A file of the shared data; the test is skipped where it is absent. */
    public static Path file(String path) {
        Path file = Path.of(System.getProperty("metaexpert.shared", "../../shared"), "data")
                .resolve(path);
        assumeTrue(Files.exists(file), "needs the shared data: " + path);
        return file;
    }

    /** Bars of a file {@code open_time_ms,open,high,low,close,volume} in gzip. */
    public static Bars bars(String path, Timeframe timeframe) {
        BarArray bars = new BarArray(timeframe);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(path))), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(bars, line.split(","), Long.parseLong(line.substring(0, line.indexOf(','))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bars;
    }

    /** The daily bars of GOOG. */
    public static Bars goog() {
        BarArray bars = new BarArray(Timeframe.D1);
        try (BufferedReader lines = Files.newBufferedReader(file("reference/GOOG.csv"))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                long time = LocalDate.parse(cells[0])
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
                add(bars, cells, time);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bars;
    }

    private static void add(BarArray bars, String[] cells, long time) {
        bars.add(
                time,
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
    }
}
