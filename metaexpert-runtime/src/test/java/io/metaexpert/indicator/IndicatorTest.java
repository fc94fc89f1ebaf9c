package io.metaexpert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Timeframe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class IndicatorTest {
    private final List<Indicator> all = List.of(
            new PriceLine(PriceSource.CLOSE),
            new Sma(5),
            new Ema(5),
            new Wma(5),
            new Rsi(5),
            new Atr(5),
            new Macd(3, 5, 2),
            new Bollinger(5, 2),
            new Donchian(5),
            new Adx(5),
            new Stochastic(5, 3, 3),
            new Vwap(5),
            new StandardDeviation(5));

    /** At which bars {@code question} is true while {@code updated} see bars that all have one of {@code closes} as price. */
    private static List<Integer> bars(double[] closes, BooleanSupplier question, Indicator... updated) {
        BarsSeries series = new BarsSeries(TestBars.BTC, TestBars.closes(closes));
        List<Integer> answer = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            series.setEnd(i);
            for (Indicator indicator : updated) {
                indicator.update(series);
            }
            if (question.getAsBoolean()) {
                answer.add(i);
            }
        }
        return answer;
    }

    @Test
    void crossesALevelWhenItWasAtOrBelowAndIsAboveNow() {
        PriceLine price = new PriceLine(PriceSource.CLOSE);
        assertThat(bars(new double[] {9, 10, 11, 12, 10, 10, 11, 9, 11}, () -> price.crossedAbove(10), price))
                .containsExactly(2, 6, 8);
    }

    @Test
    void crossesALevelDownWhenItWasAtOrAboveAndIsBelowNow() {
        PriceLine price = new PriceLine(PriceSource.CLOSE);
        assertThat(bars(new double[] {11, 10, 9, 8, 10, 10, 9, 11, 9}, () -> price.crossedBelow(10), price))
                .containsExactly(2, 6, 8);
    }

    @Test
    void crossesAnotherIndicatorThatMovesToo() {
        PriceLine price = new PriceLine(PriceSource.CLOSE);
        Sma mean = new Sma(2);
        double[] closes = {5, 5, 6, 7, 6, 6, 7};

        assertThat(bars(closes, () -> price.crossedAbove(mean), price, mean)).containsExactly(2, 6);
        PriceLine price2 = new PriceLine(PriceSource.CLOSE);
        Sma mean2 = new Sma(2);
        assertThat(bars(closes, () -> mean2.crossedAbove(price2), price2, mean2))
                .containsExactly(4);
        PriceLine price3 = new PriceLine(PriceSource.CLOSE);
        Sma mean3 = new Sma(2);
        assertThat(bars(closes, () -> price3.crossedBelow(mean3), price3, mean3))
                .containsExactly(4);
    }

    @Test
    void crossesNothingUntilBothWereReadyOneBarAgo() {
        PriceLine price = new PriceLine(PriceSource.CLOSE);
        Ema slow = new Ema(4);
        double[] zigzag = {10, 12, 8, 12, 8, 12, 8};

        assertThat(bars(zigzag, () -> price.crossedAbove(slow) || price.crossedBelow(slow), price, slow))
                .containsExactly(4, 5, 6);
        PriceLine other = new PriceLine(PriceSource.CLOSE);
        Sma alone = new Sma(4);
        assertThat(bars(zigzag, () -> alone.crossedAbove(10) || alone.crossedBelow(10.4), other, alone))
                .containsExactly(4);
    }

    @Test
    void crossesNothingWhileAValueIsMissing() {
        Indicator gaps = new Indicator(1) {
            @Override
            protected double next(Series series) {
                return series.size() == 2 ? Double.NaN : series.close(0);
            }
        };
        assertThat(bars(new double[] {9, 11, 12, 9, 11}, () -> gaps.crossedAbove(10), gaps))
                .containsExactly(4);
    }

    @Test
    void remembersAsManyValuesAsItPromises() {
        BarArray bars = TestBars.random(200, 3);
        BarsSeries series = new BarsSeries(TestBars.BTC, bars);
        PriceLine price = new PriceLine(PriceSource.CLOSE);

        for (int i = 0; i < bars.size(); i++) {
            series.setEnd(i);
            price.update(series);
            for (int age = 0; age < Indicator.HISTORY; age++) {
                assertThat(price.value(age)).isEqualTo(Double.valueOf(age <= i ? bars.close(i - age) : Double.NaN));
            }
        }
    }

    @Test
    void refusesAnAgeItDoesNotRemember() {
        Ema ema = new Ema(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ema.value(64))
                .withMessage("age must be from 0 to 63, was 64");
        assertThatIllegalArgumentException().isThrownBy(() -> ema.value(-1));
    }

    @Test
    void hasNoValueBeforeTheFirstBarAndOneFromThenOn() {
        BarArray bars = TestBars.random(30, 5);
        for (Indicator indicator : all) {
            assertThat(indicator.value()).isNaN();
            assertThat(indicator.value(0)).isNaN();
            assertThat(indicator.isReady()).isFalse();
            assertThat(Arrays.stream(Runs.values(bars, indicator))).allMatch(Double::isFinite);
            assertThat(indicator.isReady()).isTrue();
        }
    }

    @Test
    void isReadyAfterTheBarsItNeeds() {
        BarsSeries series = new BarsSeries(TestBars.BTC, TestBars.random(60, 5));
        Macd macd = new Macd(12, 26, 9);
        Adx adx = new Adx(14);
        Stochastic stochastic = new Stochastic(14, 3, 5);
        List<Indicator> lines = List.of(
                macd.macd(), macd.signal(), adx.adx(), adx.plusDi(), stochastic.k(), stochastic.d(), new Rsi(14));
        int[] firstReady = new int[lines.size()];

        while (series.advanceTo(Long.MAX_VALUE)) {
            for (Indicator whole : List.of(macd, adx, stochastic, lines.get(6))) {
                whole.update(series);
            }
            for (int i = 0; i < firstReady.length; i++) {
                firstReady[i] += lines.get(i).isReady() ? 0 : 1;
            }
        }

        assertThat(firstReady).containsExactly(25, 33, 27, 14, 15, 19, 14);
    }

    @Test
    void saysWhatNothingMovingMeans() {
        BarArray flat = TestBars.closes(7, 7, 7, 7, 7, 7);
        Stochastic stochastic = new Stochastic(3, 1, 2);
        Adx adx = new Adx(2);

        assertThat(Runs.values(flat, new Rsi(3))).containsOnly(50);
        assertThat(Runs.values(flat, stochastic)).containsOnly(50);
        assertThat(Runs.values(flat, adx)).containsOnly(0);
        assertThat(Runs.values(flat, new Atr(3))).containsOnly(0);
        assertThat(Runs.values(flat, new StandardDeviation(3))).containsOnly(0);
        assertThat(Runs.values(TestBars.closes(1, 2, 3, 4), new Rsi(3))).endsWith(100, 100);
        assertThat(Runs.values(TestBars.closes(4, 3, 2, 1), new Rsi(3))).endsWith(0, 0);
    }

    @Test
    void seedsAnEmaWithTheFirstCloseUnlessToldTo() {
        BarArray bars = TestBars.closes(10, 20, 30, 40);

        assertThat(Runs.values(bars, new Ema(3))).containsExactly(10, 15, 22.5, 31.25);
        assertThat(Runs.values(bars, new Ema(3, PriceSource.CLOSE, Seed.MEAN))).containsExactly(10, 15, 20, 30);
    }

    @Test
    void readsThePriceItWasAskedFor() {
        BarArray bars = new BarArray(Timeframe.M1);
        bars.add(0, 10, 20, 4, 14, 1);
        double[] prices = Arrays.stream(PriceSource.values())
                .mapToDouble(source -> Runs.values(bars, new PriceLine(source))[0])
                .toArray();
        assertThat(prices).containsExactly(10, 20, 4, 14, 12, 38.0 / 3, 12);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sma(0))
                .withMessage("period must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Macd(26, 12, 9))
                .withMessage("fast must be below slow, was 26 and 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bollinger(20, Double.NaN))
                .withMessage("k must be a positive number, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stochastic(14, 3, 0))
                .withMessage("dPeriod must be at least 1, was 0");
    }
}
