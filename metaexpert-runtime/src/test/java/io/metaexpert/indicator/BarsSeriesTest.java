package io.metaexpert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.BarArray;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

class BarsSeriesTest {
    private final BarArray bars = TestBars.random(500, 7);
    private final BarsSeries series = new BarsSeries(TestBars.BTC, bars);

    @Test
    void startsEmptyForUsAndForTa4j() {
        assertThat(series.size()).isZero();
        assertThat(series.isEmpty()).isTrue();
        assertThat(series.getBarData()).isEmpty();
        assertThat(series.getBeginIndex()).isEqualTo(-1);
        assertThat(series.getEndIndex()).isEqualTo(-1);
        assertThatThrownBy(() -> series.close(0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("0 bars have closed");
    }

    @Test
    void countsAgesBackFromTheNewestClosedBar() {
        series.setEnd(9);

        assertThat(series.close(0)).isEqualTo(bars.close(9));
        assertThat(series.open(3)).isEqualTo(bars.open(6));
        assertThat(series.openTimeMs(9)).isEqualTo(bars.openTimeMs(0));
        assertThat(series.bar(2)).isEqualTo(bars.bar(TestBars.BTC, 7));
        assertThat(series.getLastBar().getHighPrice().doubleValue()).isEqualTo(series.high(0));
        assertThat(series.getFirstBar().getLowPrice().doubleValue()).isEqualTo(series.low(9));
    }

    @Test
    void advancesOneBarAtATimeAndOnlyOverClosedOnes() {
        long closeOfThird = bars.closeTimeMs(2);

        int moved = 0;
        while (series.advanceTo(closeOfThird)) {
            moved++;
            assertThat(series.size()).isEqualTo(moved);
        }

        assertThat(moved).isEqualTo(3);
        assertThat(series.advanceTo(bars.closeTimeMs(3) - 1)).isFalse();
        assertThat(series.advanceTo(bars.closeTimeMs(3))).isTrue();
    }

    @Test
    void stopsAtTheLastBarAndGoesOnWhenTheColumnsGrow() {
        series.setEnd(499);
        assertThat(series.advanceTo(Long.MAX_VALUE)).isFalse();

        bars.add(bars.closeTimeMs(499), 1, 2, 0.5, 1.5, 3);

        assertThat(series.advanceTo(Long.MAX_VALUE)).isTrue();
        assertThat(series.close(0)).isEqualTo(1.5);
    }

    @Test
    void refusesAnEndThatGoesBackOrBeyond() {
        series.setEnd(10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.setEnd(9))
                .withMessage("end must be from 10 to 499, was 9");
        assertThatIllegalArgumentException().isThrownBy(() -> series.setEnd(500));
    }

    @Test
    void reachesNoBarThatHasNotClosedByAnyMethod() {
        for (int end = 0; end < 60; end++) {
            series.setEnd(end);
            int beyond = end + 1;
            Instant closed = Instant.ofEpochMilli(bars.closeTimeMs(end));

            List<Runnable> attempts = List.of(
                    () -> series.getBar(beyond),
                    () -> series.getBarData().get(beyond),
                    () -> series.bar(-1),
                    () -> series.openTimeMs(-1),
                    () -> series.open(-1),
                    () -> series.high(-1),
                    () -> series.low(-1),
                    () -> series.close(-1),
                    () -> series.volume(-1),
                    () -> new ClosePriceIndicator(series).getValue(beyond),
                    () -> new EMAIndicator(new ClosePriceIndicator(series), 1).getValue(beyond));

            assertThat(attempts)
                    .allSatisfy(
                            attempt -> assertThatThrownBy(attempt::run).isInstanceOf(IndexOutOfBoundsException.class));
            assertThat(series.getLastBar().getEndTime()).isEqualTo(closed);
            assertThat(series.getBarData()).hasSize(beyond).last().isSameAs(series.getLastBar());
            assertThat(series.getSubSeries(0, 1_000).getBarCount()).isEqualTo(beyond);
            assertThat(series.getSubSeries(0, 1_000).getLastBar().getEndTime()).isEqualTo(closed);
        }
    }

    @Test
    void refusesEveryChange() {
        series.setEnd(3);
        Num one = DoubleNum.valueOf(1);

        List<Runnable> changes = List.of(
                () -> series.addBar(series.getBar(0)),
                () -> series.addBar(series.getBar(0), true),
                () -> series.addTrade(one, one),
                () -> series.addTrade(1, 1),
                () -> series.addPrice(one),
                () -> series.addPrice(1),
                () -> series.setMaximumBarCount(5),
                () -> series.getLastBar().addPrice(one),
                () -> series.getLastBar().addTrade(one, one),
                () -> removeFirst(series.getBarData().iterator()),
                () -> series.barBuilder()
                        .timePeriod(Duration.ofMinutes(1))
                        .endTime(Instant.now())
                        .closePrice(1)
                        .add());

        assertThat(changes)
                .allSatisfy(
                        change -> assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class));
        assertThat(series.getBarCount()).isEqualTo(4);
    }

    private static void removeFirst(Iterator<?> iterator) {
        iterator.next();
        iterator.remove();
    }

    @Test
    void saysThatItCannotBeSerialized() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(series)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void servesTa4jTheSameValuesBarByBarAsACompleteSeries() {
        List<org.ta4j.core.Indicator<Num>> live = indicators(series);
        List<org.ta4j.core.Indicator<Num>> complete = indicators(TestBars.ta4j(bars));

        for (int i = 0; i < bars.size(); i++) {
            series.setEnd(i);
            for (int j = 0; j < live.size(); j++) {
                double expected = complete.get(j).getValue(i).doubleValue();
                assertThat(live.get(j).getValue(i).doubleValue())
                        .as("%s at %s", live.get(j), i)
                        .isCloseTo(expected, within(1e-9));
                if (i % 3 == 0) { // asked twice, and for the past
                    assertThat(live.get(j).getValue(i).doubleValue()).isCloseTo(expected, within(1e-9));
                    assertThat(live.get(j).getValue(i / 2).doubleValue())
                            .isCloseTo(complete.get(j).getValue(i / 2).doubleValue(), within(1e-9));
                }
            }
        }
    }

    @Test
    void servesTa4jIndicatorsThatWereNotAskedAtEveryBar() {
        List<org.ta4j.core.Indicator<Num>> live = indicators(series);
        List<org.ta4j.core.Indicator<Num>> complete = indicators(TestBars.ta4j(bars));

        for (int end : new int[] {0, 40, 41, 200, 499}) {
            series.setEnd(end);
            for (int j = 0; j < live.size(); j++) {
                assertThat(live.get(j).getValue(end).doubleValue())
                        .isCloseTo(complete.get(j).getValue(end).doubleValue(), within(1e-9));
            }
        }
    }

    private static List<org.ta4j.core.Indicator<Num>> indicators(BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        MACDIndicator macd = new MACDIndicator(close, 12, 26);
        List<org.ta4j.core.Indicator<Num>> list = new ArrayList<>();
        list.add(new RSIIndicator(close, 14));
        list.add(new EMAIndicator(close, 20));
        list.add(new SMAIndicator(close, 20));
        list.add(macd);
        list.add(macd.getSignalLine(9));
        list.add(new ATRIndicator(series, 14));
        list.add(new StandardDeviationIndicator(close, 20));
        return list;
    }

    /** A strategy that casts what it is given finds no way to bars that have not closed. */
    @Test
    void offersStrategiesNothingButWhatSeriesDeclares() {
        List<String> declared =
                Arrays.stream(Series.class.getMethods()).map(Method::getName).toList();

        assertThat(BarsSeries.class.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
                .allMatch(method -> declared.contains(method.getName()));
        assertThat(BarsSeries.class.getConstructors()).isEmpty();
        assertThat(BarsSeries.class.getFields()).allMatch(field -> Modifier.isStatic(field.getModifiers()));
    }
}
