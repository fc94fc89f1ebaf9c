package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BarResamplerTest {
    private static final int RUNS = 200;

    @Test
    void twoStepsGiveWhatOneStepGives() {
        for (int seed = 0; seed < RUNS; seed++) {
            Bars minutes = random(seed);
            Bars direct = BarResampler.resample(minutes, Timeframe.H1);
            Bars viaQuarters =
                    BarResampler.resample(BarResampler.resample(wholeHours(minutes), Timeframe.M15), Timeframe.H1);

            assertSame(viaQuarters, BarResampler.resample(wholeHours(minutes), Timeframe.H1));
            assertThat(direct.size()).isGreaterThan(0);
        }
    }

    @Test
    void everyBarSpansItsFinerBars() {
        for (int seed = 0; seed < RUNS; seed++) {
            Bars minutes = random(seed);
            Bars quarters = BarResampler.resample(minutes, Timeframe.M15);
            for (int i = 0; i < quarters.size(); i++) {
                assertSpans(minutes, quarters, i);
            }
        }
    }

    private static void assertSpans(Bars minutes, Bars quarters, int i) {
        int from = minutes.indexAtOrAfter(quarters.openTimeMs(i));
        int to = minutes.indexAtOrAfter(quarters.closeTimeMs(i));
        double volume = 0;
        for (int j = from; j < to; j++) {
            assertThat(minutes.high(j)).isLessThanOrEqualTo(quarters.high(i));
            assertThat(minutes.low(j)).isGreaterThanOrEqualTo(quarters.low(i));
            volume += minutes.volume(j);
        }
        assertThat(to).isGreaterThan(from);
        assertThat(quarters.openTimeMs(i) % Timeframe.M15.lengthMs()).isZero();
        assertThat(quarters.open(i)).isEqualTo(minutes.open(from));
        assertThat(quarters.close(i)).isEqualTo(minutes.close(to - 1));
        assertThat(quarters.volume(i)).isCloseTo(volume, within(1e-9));
    }

    @Test
    void neverShowsAPeriodThatTheDataOnlyTouch() {
        for (int seed = 0; seed < RUNS; seed++) {
            Bars minutes = random(seed);
            Bars hours = BarResampler.resample(minutes, Timeframe.H1);

            assertThat(hours.openTimeMs(0)).isGreaterThanOrEqualTo(minutes.openTimeMs(0));
            assertThat(hours.closeTimeMs(hours.size() - 1))
                    .isLessThanOrEqualTo(minutes.closeTimeMs(minutes.size() - 1));
        }
    }

    @Test
    void refusesATimeframeThatIsNoMultiple() {
        Bars minutes = random(1);
        Bars quarters = BarResampler.resample(minutes, Timeframe.M15);

        assertThatThrownBy(() -> BarResampler.resample(quarters, Timeframe.M5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5m bars cannot be built from 15m bars");
    }

    /** Minutes with holes, from a start at any minute. */
    private static Bars random(int seed) {
        Random random = new Random(seed);
        BarArray bars = new BarArray(Timeframe.M1);
        long time = 1_700_000_040_000L + random.nextInt(500) * 60_000L;
        for (int i = 0; i < 400; i++) {
            double open = 100 + random.nextInt(1_000) / 10.0;
            double close = 100 + random.nextInt(1_000) / 10.0;
            double high = Math.max(open, close) + random.nextInt(10);
            double low = Math.min(open, close) - random.nextInt(10);
            bars.add(time, open, high, low, close, random.nextInt(1_000) / 8.0);
            time += 60_000L * (random.nextInt(10) == 0 ? 1 + random.nextInt(90) : 1);
        }
        return bars;
    }

    /** From the first whole hour, and to the end of the last one: there the order of steps must not matter. */
    private static Bars wholeHours(Bars minutes) {
        Bars hours = BarResampler.resample(minutes, Timeframe.H1);
        BarArray whole = new BarArray(Timeframe.M1);
        long from = Timeframe.H1.closeMs(Timeframe.H1.openMs(minutes.openTimeMs(0)));
        long to = hours.closeTimeMs(hours.size() - 1);
        for (int i = minutes.indexAtOrAfter(from); i < minutes.indexAtOrAfter(to); i++) {
            whole.add(
                    minutes.openTimeMs(i),
                    minutes.open(i),
                    minutes.high(i),
                    minutes.low(i),
                    minutes.close(i),
                    minutes.volume(i));
        }
        double last = whole.close(whole.size() - 1);
        if (whole.openTimeMs(whole.size() - 1) < to - 60_000) {
            whole.add(to - 60_000, last, last, last, last, 0);
        }
        return startingAt(from, whole);
    }

    private static Bars startingAt(long from, Bars bars) {
        BarArray result = new BarArray(Timeframe.M1);
        if (bars.openTimeMs(0) > from) {
            result.add(from, bars.open(0), bars.open(0), bars.open(0), bars.open(0), 0);
        }
        for (int i = 0; i < bars.size(); i++) {
            result.add(bars.openTimeMs(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        return result;
    }

    private static void assertSame(Bars first, Bars second) {
        assertThat(first.size()).isEqualTo(second.size());
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.openTimeMs(i)).isEqualTo(second.openTimeMs(i));
            assertThat(first.open(i)).isEqualTo(second.open(i));
            assertThat(first.high(i)).isEqualTo(second.high(i));
            assertThat(first.low(i)).isEqualTo(second.low(i));
            assertThat(first.close(i)).isEqualTo(second.close(i));
            assertThat(first.volume(i)).isCloseTo(second.volume(i), within(1e-9));
        }
    }
}
