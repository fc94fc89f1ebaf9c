package io.metaexpert.indicator;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Timeframe;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandFacade;
import org.ta4j.core.indicators.donchian.DonchianChannelFacade;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.MedianPriceIndicator;
import org.ta4j.core.indicators.helpers.TypicalPriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/**
 * Every indicator against ta4j, to 1e-9, on random and on real bars. Windows are compared bar by bar. Averages that remember
 * everything are compared twice: bar by bar from the bar that ta4j begins with (it drops the first {@code period} bars), which
 * proves the formula, and over the whole series once the different beginnings have faded.
 */
class Ta4jEqualityTest {
    private static final double NINE_DIGITS = 1e-9;

    private static void onAllBars(Consumer<BarArray> check) {
        check.accept(TestBars.random(3_000, 42));
        for (String symbol : new String[] {"BTCUSDT", "XRPUSDT"}) {
            check.accept(TestBars.real("binance-spot/1h/" + symbol + ".csv.gz", Timeframe.H1, 5_000));
        }
    }

    private static double[] values(org.ta4j.core.Indicator<Num> indicator) {
        return IntStream.range(0, indicator.getBarSeries().getBarCount())
                .mapToDouble(i -> indicator.getValue(i).doubleValue())
                .toArray();
    }

    private static void same(
            String what,
            BarArray bars,
            Indicator indicator,
            Indicator line,
            int from,
            Function<BarSeries, org.ta4j.core.Indicator<Num>> ta4j) {
        double[] expected = values(ta4j.apply(TestBars.ta4j(bars)));
        Runs.assertEqual(what, Runs.values(bars, indicator, line), expected, from, NINE_DIGITS);
    }

    /** Compares what {@code indicator} says of the bars from {@code dropped} on with what ta4j says there of all bars. */
    private static void sameFrom(
            String what,
            BarArray bars,
            int dropped,
            Indicator indicator,
            Indicator line,
            int from,
            Function<BarSeries, org.ta4j.core.Indicator<Num>> ta4j) {
        double[] all = values(ta4j.apply(TestBars.ta4j(bars)));
        double[] expected = Arrays.copyOfRange(all, dropped, all.length);
        double[] actual = Runs.values(TestBars.from(bars, dropped), indicator, line);
        Runs.assertEqual(what, actual, expected, from, NINE_DIGITS);
    }

    @Test
    void smaWmaAndStandardDeviationAreTa4js() {
        onAllBars(bars -> {
            for (int n : new int[] {1, 2, 14, 50}) {
                Sma sma = new Sma(n);
                same("sma", bars, sma, sma, 0, s -> new SMAIndicator(new ClosePriceIndicator(s), n));
                Sma median = new Sma(n, PriceSource.HL2);
                same("sma hl2", bars, median, median, 0, s -> new SMAIndicator(new MedianPriceIndicator(s), n));
                Wma wma = new Wma(n);
                same("wma", bars, wma, wma, n - 1, s -> new WMAIndicator(new ClosePriceIndicator(s), n));
                StandardDeviation deviation = new StandardDeviation(n);
                same(
                        "deviation",
                        bars,
                        deviation,
                        deviation,
                        0,
                        s -> new StandardDeviationIndicator(new ClosePriceIndicator(s), n));
            }
        });
    }

    @Test
    void bollingerIsTa4js() {
        onAllBars(bars -> {
            Bollinger b = new Bollinger(20, 2);
            same("upper", bars, b, b.upper(), 0, s -> new BollingerBandFacade(s, 20, 2).upper());
            Bollinger m = new Bollinger(20, 2.5);
            same("middle", bars, m, m.middle(), 0, s -> new BollingerBandFacade(s, 20, 2.5).middle());
            Bollinger l = new Bollinger(20, 2.5);
            same("lower", bars, l, l.lower(), 0, s -> new BollingerBandFacade(s, 20, 2.5).lower());
        });
    }

    @Test
    void donchianIsTa4js() {
        onAllBars(bars -> {
            for (int n : new int[] {1, 20}) {
                Donchian u = new Donchian(n);
                same("upper", bars, u, u.upper(), 0, s -> new DonchianChannelFacade(s, n).upper());
                Donchian m = new Donchian(n);
                same("middle", bars, m, m.middle(), 0, s -> new DonchianChannelFacade(s, n).middle());
                Donchian l = new Donchian(n);
                same("lower", bars, l, l.lower(), 0, s -> new DonchianChannelFacade(s, n).lower());
            }
        });
    }

    @Test
    void stochasticIsTa4js() {
        onAllBars(bars -> {
            Stochastic fast = new Stochastic(14, 1, 3);
            same("k", bars, fast, fast.k(), 0, s -> new StochasticOscillatorKIndicator(s, 14));
            Stochastic d = new Stochastic(14, 1, 3);
            same("d", bars, d, d.d(), 0, s -> new SMAIndicator(new StochasticOscillatorKIndicator(s, 14), 3));
            Stochastic slow = new Stochastic(14, 3, 5);
            same(
                    "slow d",
                    bars,
                    slow,
                    slow.d(),
                    slow.d().readyAfterBars(),
                    s -> new SMAIndicator(new SMAIndicator(new StochasticOscillatorKIndicator(s, 14), 3), 5));
        });
    }

    @Test
    void vwapIsTa4js() {
        onAllBars(bars -> {
            Vwap vwap = new Vwap(50);
            same("vwap", bars, vwap, vwap, 0, s -> new VWAPIndicator(s, 50));
        });
    }

    @Test
    void emaIsTa4jsFromItsFirstBarOnAndOnceTheSeedHasFaded() {
        onAllBars(bars -> {
            for (int n : new int[] {1, 12, 48}) {
                Ema ema = new Ema(n);
                sameFrom("ema", bars, n, ema, ema, 0, s -> new EMAIndicator(new ClosePriceIndicator(s), n));
                Ema typical = new Ema(n, PriceSource.HLC3, Seed.FIRST_VALUE);
                sameFrom(
                        "ema hlc3",
                        bars,
                        n,
                        typical,
                        typical,
                        0,
                        s -> new EMAIndicator(new TypicalPriceIndicator(s), n));
                for (Seed seed : Seed.values()) {
                    Ema whole = new Ema(n, PriceSource.CLOSE, seed);
                    same(
                            "ema, whole",
                            bars,
                            whole,
                            whole,
                            20 * n,
                            s -> new EMAIndicator(new ClosePriceIndicator(s), n));
                }
            }
        });
    }

    @Test
    void macdIsTa4jsOnceTheSeedHasFaded() {
        onAllBars(bars -> {
            Macd macd = new Macd(12, 26, 9);
            same("macd", bars, macd, macd.macd(), 520, s -> new MACDIndicator(new ClosePriceIndicator(s), 12, 26));
            Macd signal = new Macd(12, 26, 9);
            same(
                    "signal",
                    bars,
                    signal,
                    signal.signal(),
                    520,
                    s -> new MACDIndicator(new ClosePriceIndicator(s), 12, 26).getSignalLine(9));
            Macd histogram = new Macd(12, 26, 9);
            same(
                    "histogram",
                    bars,
                    histogram,
                    histogram.histogram(),
                    520,
                    s -> new MACDIndicator(new ClosePriceIndicator(s), 12, 26).getHistogram(9));
        });
    }

    @Test
    void rsiIsTa4jsFromItsFirstBarOnAndOnceTheSeedHasFaded() {
        onAllBars(bars -> {
            Rsi first = new Rsi(14, PriceSource.CLOSE, Seed.FIRST_VALUE);
            sameFrom("rsi", bars, 13, first, first, 1, s -> new RSIIndicator(new ClosePriceIndicator(s), 14));
            Rsi whole = new Rsi(14);
            same("rsi, whole", bars, whole, whole, 560, s -> new RSIIndicator(new ClosePriceIndicator(s), 14));
        });
    }

    @Test
    void atrIsTa4jsFromItsFirstBarOnAndOnceTheSeedHasFaded() {
        onAllBars(bars -> {
            Atr first = new Atr(14, Seed.FIRST_VALUE);
            sameFrom("atr", bars, 13, first, first, 1, s -> new ATRIndicator(s, 14));
            Atr whole = new Atr(14);
            same("atr, whole", bars, whole, whole, 560, s -> new ATRIndicator(s, 14));
        });
    }

    @Test
    void adxIsTa4jsFromItsFirstBarOnAndOnceTheSeedHasFaded() {
        onAllBars(bars -> {
            Adx first = new Adx(14, Seed.FIRST_VALUE);
            sameFrom("adx", bars, 13, first, first.adx(), 1, s -> new ADXIndicator(s, 14));
            Adx plus = new Adx(14, Seed.FIRST_VALUE);
            sameFrom("+di", bars, 13, plus, plus.plusDi(), 1, s -> new PlusDIIndicator(s, 14));
            Adx minus = new Adx(14, Seed.FIRST_VALUE);
            sameFrom("-di", bars, 13, minus, minus.minusDi(), 1, s -> new MinusDIIndicator(s, 14));
            Adx whole = new Adx(14);
            same("adx, whole", bars, whole, whole.adx(), 840, s -> new ADXIndicator(s, 14));
        });
    }
}
