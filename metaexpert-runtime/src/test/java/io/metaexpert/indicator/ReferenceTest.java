package io.metaexpert.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Against published results: LEAN's test files (rounded to the digits they give, so the tolerance is that of the file) and
 * Skender's (full doubles, 1e-9). Tolerances are relative above 1.
 */
class ReferenceTest {
    private static final double FULL = 1e-9;

    /** Rows of a LEAN file without its header. */
    private record Lean(List<String> header, List<String[]> rows) {
        static Lean read(String name) throws IOException {
            Path file = TestBars.shared("reference/indicators/lean/" + name);
            List<String> lines = Files.readAllLines(file);
            return new Lean(
                    List.of(lines.getFirst().split(",", -1)),
                    lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
        }

        double[] column(String name) {
            int column = header.indexOf(name);
            return rows.stream()
                    .mapToDouble(row -> row[column].isEmpty() ? Double.NaN : Double.parseDouble(row[column]))
                    .toArray();
        }

        /** Daily bars; a file with closes only has bars of one price. */
        BarArray bars() {
            boolean closes = !header.contains("Open");
            double[] close = column(header.contains("close") ? "close" : "Close");
            double[] open = closes ? close : column("Open");
            double[] high = closes ? close : column("High");
            double[] low = closes ? close : column("Low");
            double[] volume = header.contains("Volume") ? column("Volume") : new double[close.length];
            BarArray bars = new BarArray(Timeframe.D1, close.length);
            for (int i = 0; i < close.length; i++) {
                bars.add(i * 86_400_000L, open[i], high[i], low[i], close[i], volume[i]);
            }
            return bars;
        }

        void has(String column, Indicator indicator, Indicator line, int from, double tolerance) {
            Runs.assertEqual(column, Runs.values(bars(), indicator, line), column(column), from, tolerance);
        }

        void has(String column, Indicator indicator, int from, double tolerance) {
            has(column, indicator, indicator, from, tolerance);
        }
    }

    private static BarArray skenderBars() throws IOException {
        BarArray bars = new BarArray(Timeframe.D1);
        List<String> lines = Files.readAllLines(TestBars.shared("reference/indicators/skender/quotes/default.csv"));
        for (String line : lines.subList(1, lines.size())) {
            double[] cells = Arrays.stream(line.split(",", -1))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            bars.add(bars.size() * 86_400_000L, cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
        return bars;
    }

    private static void skender(String file, String key, Indicator indicator, Indicator line) throws IOException {
        Path path = TestBars.shared("reference/indicators/skender/results/" + file + ".standard.json");
        JsonNode rows = new ObjectMapper().readTree(Files.readString(path));
        double[] expected = new double[rows.size()];
        for (int i = 0; i < expected.length; i++) {
            JsonNode value = rows.get(i).get(key);
            expected[i] = value.isNull() ? Double.NaN : value.doubleValue();
        }
        int from = line.readyAfterBars() - 1;
        Runs.assertEqual(file + " " + key, Runs.values(skenderBars(), indicator, line), expected, from, FULL);
    }

    @Test
    void skenderHasTheSameMovingAverages() throws IOException {
        Sma sma = new Sma(20);
        skender("sma", "sma", sma, sma);
        Wma wma = new Wma(14);
        skender("wma", "wma", wma, wma);
    }

    @Test
    void skenderHasTheSameStandardDeviationAndBands() throws IOException {
        StandardDeviation deviation = new StandardDeviation(14);
        skender("stdev", "stdDev", deviation, deviation);
        Bollinger upper = new Bollinger(20, 2);
        skender("bb", "upperBand", upper, upper.upper());
        Bollinger middle = new Bollinger(20, 2);
        skender("bb", "sma", middle, middle.middle());
        Bollinger lower = new Bollinger(20, 2);
        skender("bb", "lowerBand", lower, lower.lower());
    }

    @Test
    void skenderHasTheSameAdxFromTheFirstReadyBar() throws IOException {
        Adx adx = new Adx(14);
        skender("adx", "adx", adx, adx.adx());
        Adx plus = new Adx(14);
        skender("adx", "pdi", plus, plus.plusDi());
        Adx minus = new Adx(14);
        skender("adx", "mdi", minus, minus.minusDi());
    }

    @Test
    void skenderHasTheSameStochastic() throws IOException {
        Stochastic k = new Stochastic(14, 3, 3);
        skender("stoch", "k", k, k.k());
        Stochastic d = new Stochastic(14, 3, 3);
        skender("stoch", "d", d, d.d());
    }

    @Test
    void leanHasTheSameSmaAndStandardDeviation() throws IOException {
        Lean.read("spy_with_indicators.txt").has("SMA14", new Sma(14), 13, 1e-6);
        Lean variance = Lean.read("spy_var.txt");
        double[] deviation =
                Arrays.stream(variance.column("Var")).map(Math::sqrt).toArray();
        double[] actual = Runs.values(variance.bars(), new StandardDeviation(10));
        Runs.assertEqual("deviation", actual, deviation, 9, FULL);
    }

    @Test
    void leanHasTheSameEmaSeededWithTheMeanOrOnceTheSeedHasFaded() throws IOException {
        Lean lean = Lean.read("spy_ema.csv");
        lean.has("EMA14", new Ema(14, PriceSource.CLOSE, Seed.MEAN), 13, FULL);
        lean.has("EMA14", new Ema(14), 160, FULL);
    }

    @Test
    void leanHasTheSameRsiFromTheFirstReadyBar() throws IOException {
        Lean.read("spy_with_indicators.txt").has("RSI 14 Wilder", new Rsi(14), 14, 1e-6);
    }

    @Test
    void leanHasTheSameMacdOnceTheSeedHasFaded() throws IOException {
        Lean.read("spy_with_indicators.txt").has("MACD 12 26", new Macd(12, 26, 9), 300, 1e-4);
        Lean lean = Lean.read("spy_with_macd.txt");
        Macd macd = new Macd(12, 26, 9);
        lean.has("MACD", macd, macd.macd(), 179, 1e-5);
        Macd signal = new Macd(12, 26, 9);
        lean.has("Signal", signal, signal.signal(), 179, 1e-5);
        Macd histogram = new Macd(12, 26, 9);
        lean.has("Histogram", histogram, histogram.histogram(), 179, 1e-5);
    }

    /** LEAN counts the first bar's high - low as a true range; that fades. */
    @Test
    void leanHasTheSameAtrOnceTheSeedHasFaded() throws IOException {
        Lean.read("spy_atr_wilder.txt").has("Average True Range 14", new Atr(14), 150, 1e-5);
    }

    @Test
    void leanHasTheSameBands() throws IOException {
        Lean lean = Lean.read("spy_bollinger_bands.txt");
        Bollinger upper = new Bollinger(20, 2);
        lean.has("Bollinger Bands® 20 2 Top", upper, upper.upper(), 19, 1e-6);
        Bollinger lower = new Bollinger(20, 2);
        lean.has("Bollinger Bands® 20 2 Bottom", lower, lower.lower(), 19, 1e-6);
    }

    @Test
    void leanHasTheSameChannel() throws IOException {
        Lean lean = Lean.read("spy_with_don50.txt");
        Donchian upper = new Donchian(50);
        lean.has("Donchian Channels 50 Top", upper, upper.upper(), 0, FULL);
        Donchian lower = new Donchian(50);
        lean.has("Donchian Channels 50 Bottom", lower, lower.lower(), 0, FULL);
        Donchian middle = new Donchian(50);
        lean.has("Donchian Channels 50 Mean", middle, middle.middle(), 0, FULL);
    }

    @Test
    void leanHasTheSameAdxWithinItsRounding() throws IOException {
        Lean lean = Lean.read("spy_with_adx.txt");
        Adx adx = new Adx(14);
        lean.has("ADX 14", adx, adx.adx(), 27, 1e-4);
        Adx plus = new Adx(14);
        lean.has("+DI14", plus, plus.plusDi(), 14, 1e-4);
        Adx minus = new Adx(14);
        lean.has("-DI14", minus, minus.minusDi(), 14, 1e-4);
    }

    @Test
    void leanHasTheSameStochastic() throws IOException {
        Lean lean = Lean.read("spy_with_stoch12k3.txt");
        Stochastic k = new Stochastic(12, 3, 5);
        lean.has("Stochastics 12 %K 3", k, k.k(), 13, 1e-4);
        Stochastic d = new Stochastic(12, 3, 5);
        lean.has("%D 5", d, d.d(), 17, 1e-4);
    }

    @Test
    void leanHasTheSameVwapOfTheMeanOfFourPrices() throws IOException {
        Lean.read("spy_with_vwap.txt").has("Moving VWAP 50", new Vwap(50, PriceSource.OHLC4), 49, 1e-6);
    }
}
