package io.metaexpert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.metaexpert.market.BarArray;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IndicatorSetTest {
    private static final List<Function<Indicators, Indicator>> EVERY = List.of(
            Indicators::price,
            i -> i.sma(20),
            i -> i.ema(12),
            i -> i.ema(12, PriceSource.HL2, Seed.MEAN),
            i -> i.wma(9),
            i -> i.rsi(14),
            i -> i.atr(14),
            i -> i.macd(12, 26, 9),
            i -> i.bollinger(20, 2),
            i -> i.donchian(20),
            i -> i.adx(14),
            i -> i.stochastic(14, 3, 3),
            i -> i.vwap(30),
            i -> i.standardDeviation(20));

    private final BarArray bars = TestBars.random(300, 9);
    private final BarsSeries series = new BarsSeries(TestBars.BTC, bars);
    private final IndicatorSet set = new IndicatorSet(series);

    /** The mean of two EMAs, made of its own. */
    private static final class Between extends Indicator {
        private final Ema fast = new Ema(3);
        private final Ema slow = new Ema(9);

        Between() {
            super(9);
        }

        @Override
        protected double next(Series series) {
            fast.update(series);
            slow.update(series);
            return (fast.value() + slow.value()) / 2;
        }
    }

    @Test
    void givesTheSameInstanceForTheSameRequest() {
        for (Function<Indicators, Indicator> request : EVERY) {
            assertThat(request.apply(set)).isSameAs(request.apply(set));
        }
        assertThat(set.ema(12)).isSameAs(set.ema(12, PriceSource.CLOSE)).isNotSameAs(set.ema(13));
        assertThat(set.ema(12)).isNotSameAs(set.ema(12, PriceSource.OPEN));
        assertThat(set.sma(12)).isNotSameAs(set.wma(12));
        assertThat(set.bollinger(20, 2)).isNotSameAs(set.bollinger(20, 2.5));
    }

    @Test
    void bringsALateIndicatorUpToDate() {
        for (Function<Indicators, Indicator> request : EVERY) {
            double[] expected = Runs.values(bars, request.apply(new IndicatorSet(new BarsSeries(TestBars.BTC, bars))));
            BarsSeries late = new BarsSeries(TestBars.BTC, bars);
            late.setEnd(199);
            IndicatorSet lateSet = new IndicatorSet(late);

            Indicator indicator = request.apply(lateSet);

            assertThat(indicator.value()).isEqualTo(expected[199]);
            assertThat(indicator.value(63)).isEqualTo(expected[136]);
            while (late.advanceTo(Long.MAX_VALUE)) {
                lateSet.update();
                assertThat(indicator.value()).isEqualTo(expected[late.end()]);
            }
        }
    }

    @Test
    void takesInEveryBarOnceHoweverTheSeriesMovesOn() {
        Ema ema = set.ema(12);
        double[] expected = Runs.values(bars, new Ema(12));

        for (int end : new int[] {0, 1, 2, 10, 11, 200, 299}) {
            series.setEnd(end);
            set.update();
            set.update();
            assertThat(ema.value()).isEqualTo(expected[end]);
        }
        assertThat(ema.value(40)).isEqualTo(expected[259]);
    }

    @Test
    void isUpToDateWhenAskedBetweenAMoveAndTheUpdate() {
        Ema early = set.ema(12);
        series.setEnd(50);

        Ema late = set.ema(20);
        set.update();

        assertThat(early.value()).isEqualTo(Runs.values(bars, new Ema(12))[50]);
        assertThat(late.value()).isEqualTo(Runs.values(bars, new Ema(20))[50]);
    }

    @Test
    void updatesAnOwnIndicatorOnceABarAndKnowsItAgain() {
        series.setEnd(99);
        Between own = set.custom(new Between());
        assertThat(set.custom(own)).isSameAs(own);

        series.setEnd(100);
        set.update();

        double fast = Runs.values(bars, new Ema(3))[100];
        double slow = Runs.values(bars, new Ema(9))[100];
        assertThat(own.value()).isEqualTo((fast + slow) / 2);
        assertThat(own.bars()).isEqualTo(101);
    }

    @Test
    void refusesAnIndicatorThatHasSeenOtherBars() {
        Ema used = new Ema(3);
        Runs.values(bars, used);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.custom(used))
                .withMessage("Ema has seen bars already; register a new one");
    }

    @Test
    void allocatesNothingPerBar() {
        BarArray many = TestBars.random(40_000, 1);
        BarsSeries long40k = new BarsSeries(TestBars.BTC, many);
        IndicatorSet all = new IndicatorSet(long40k);
        List<Indicator> indicators =
                EVERY.stream().map(request -> request.apply(all)).toList();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        threads.getThreadAllocatedBytes(thread);

        long before = threads.getThreadAllocatedBytes(thread);
        while (long40k.advanceTo(Long.MAX_VALUE)) {
            all.update();
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(indicators).allMatch(Indicator::isReady);
        assertThat(long40k.end()).isEqualTo(39_999);
        assertThat(allocated).isLessThan(40_000); // not even a byte per bar
    }
}
