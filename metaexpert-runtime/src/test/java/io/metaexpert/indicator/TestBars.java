package io.metaexpert.indicator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;

/** Bars to test indicators with: seeded random ones, and real ones where the shared data folder is present. */
final class TestBars {
    static final InstrumentId BTC = new InstrumentId("test", "BTC/USDT");

    private TestBars() {}

    /** A random walk near 50,000, with volume. */
    static BarArray random(int size, long seed) {
        Random random = new Random(seed);
        BarArray bars = new BarArray(Timeframe.H1, size);
        double price = 50_000;
        for (int i = 0; i < size; i++) {
            double open = price;
            price = open * (1 + 0.01 * random.nextGaussian());
            double high = Math.max(open, price) * (1 + 0.003 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.003 * random.nextDouble());
            bars.add(i * 3_600_000L, open, high, low, price, 1 + 100 * random.nextDouble());
        }
        return bars;
    }

    /** Bars of one price each, as a test wants them. */
    static BarArray closes(double... closes) {
        BarArray bars = new BarArray(Timeframe.H1, closes.length);
        for (int i = 0; i < closes.length; i++) {
            bars.add(i * 3_600_000L, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return bars;
    }

    /** From that bar on, as a series of its own. */
    static BarArray from(Bars bars, int first) {
        BarArray rest = new BarArray(bars.timeframe(), bars.size());
        for (int i = first; i < bars.size(); i++) {
            rest.add(bars.openTimeMs(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        return rest;
    }

    /** The same bars in ta4j's own series. */
    static BarSeries ta4j(Bars bars) {
        List<org.ta4j.core.Bar> list = IntStream.range(0, bars.size())
                .<org.ta4j.core.Bar>mapToObj(i -> SeriesBar.of(bars, i))
                .toList();
        return new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .withBars(list)
                .build();
    }

    /** What lies below the shared folder; skips the test when it is absent. */
    static Path shared(String path) {
        Path file = Path.of(System.getProperty("metaexpert.shared", "shared"), "data", path);
        assumeTrue(Files.exists(file), "needs " + file);
        return file;
    }

    /** Real bars of a csv.gz below {@code data/bars}. */
    static BarArray real(String path, Timeframe timeframe, int limit) {
        BarArray bars = new BarArray(timeframe);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(shared("bars/" + path))), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).limit(limit).forEach(line -> {
                String[] cells = line.split(",", -1);
                bars.add(
                        Long.parseLong(cells[0]),
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bars;
    }
}
