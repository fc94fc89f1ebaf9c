package io.metaexpert.indicator;

import io.metaexpert.market.Bar;
import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import java.io.NotSerializableException;
import java.io.Serial;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarBuilder;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.bars.TimeBarBuilderFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/**
 * A window over columns of bars whose end the engine moves forward by a {@link SeriesCursor}, bar by bar. It starts empty, copies nothing, and
 * what lies behind its end cannot be reached through it. The columns may grow meanwhile (live trading).
 *
 * <p>As a ta4j series it is read-only: bars come from the engine alone. Not thread-safe; not serializable, although ta4j
 * declares every series so.
 */
public final class BarsSeries implements Series {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String READ_ONLY = "a series of MetaExpert is filled by the engine alone: ";

    private final transient InstrumentId instrument;
    private final transient Bars bars;
    private final transient Timeframe timeframe;
    private transient int end = -1;
    /** ta4j asks for the last bar again and again and caches by its identity. */
    private transient @Nullable SeriesBar newest;

    BarsSeries(InstrumentId instrument, Bars bars) {
        this.instrument = instrument;
        this.bars = bars;
        this.timeframe = bars.timeframe();
    }

    // --- the engine's side, through SeriesCursor

    /** All columns, also what has not closed yet at the series' end. */
    Bars bars() {
        return bars;
    }

    /** Index of the newest closed bar in {@link #bars()}; -1 when there is none. */
    int end() {
        return end;
    }

    /**
     * Declares every bar up to {@code endIndex} closed.
     *
     * @throws IllegalArgumentException when the end would go back, or behind the last bar
     */
    void setEnd(int endIndex) {
        if (endIndex < end || endIndex >= bars.size()) {
            throw new IllegalArgumentException(
                    "end must be from " + end + " to " + (bars.size() - 1) + ", was " + endIndex);
        }
        end = endIndex;
    }

    /**
     * Moves the end forward by one bar, when the next one has closed at or before {@code timeMs}.
     *
     * @return whether it moved; call again until it says no
     */
    boolean advanceTo(long timeMs) {
        int next = end + 1;
        if (next >= bars.size() || bars.closeTimeMs(next) > timeMs) {
            return false;
        }
        end = next;
        return true;
    }

    // --- Series

    @Override
    public InstrumentId instrument() {
        return instrument;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public int size() {
        return end + 1;
    }

    @Override
    public Bar bar(int age) {
        return bars.bar(instrument, index(age));
    }

    @Override
    public long openTimeMs(int age) {
        return bars.openTimeMs(index(age));
    }

    @Override
    public double open(int age) {
        return bars.open(index(age));
    }

    @Override
    public double high(int age) {
        return bars.high(index(age));
    }

    @Override
    public double low(int age) {
        return bars.low(index(age));
    }

    @Override
    public double close(int age) {
        return bars.close(index(age));
    }

    @Override
    public double volume(int age) {
        return bars.volume(index(age));
    }

    private int index(int age) {
        if (age < 0 || age > end) {
            throw new IndexOutOfBoundsException(
                    "age must be from 0 to " + end + " (" + (end + 1) + " bars have closed), was " + age);
        }
        return end - age;
    }

    // --- ta4j

    @Override
    public NumFactory numFactory() {
        return DoubleNumFactory.getInstance();
    }

    /** Builds bars that stand alone; adding one to this series is refused. */
    @Override
    public BarBuilder barBuilder() {
        return new TimeBarBuilderFactory().createBarBuilder(this);
    }

    @Override
    public String getName() {
        return instrument + " " + timeframe;
    }

    @Override
    public org.ta4j.core.Bar getBar(int i) {
        if (i < 0 || i > end) {
            throw new IndexOutOfBoundsException("bar index must be from 0 to " + end + ", was " + i);
        }
        if (i != end) {
            return SeriesBar.of(bars, i);
        }
        SeriesBar last = newest;
        if (last == null || last.openTimeMs() != bars.openTimeMs(i)) {
            last = SeriesBar.of(bars, i);
            newest = last;
        }
        return last;
    }

    @Override
    public int getBarCount() {
        return end + 1;
    }

    /** A live, unmodifiable view of the closed bars. */
    @Override
    public List<org.ta4j.core.Bar> getBarData() {
        return new AbstractList<>() {
            @Override
            public org.ta4j.core.Bar get(int i) {
                return getBar(i);
            }

            @Override
            public int size() {
                return getBarCount();
            }
        };
    }

    @Override
    public int getBeginIndex() {
        return end < 0 ? -1 : 0;
    }

    @Override
    public int getEndIndex() {
        return end;
    }

    /** Unlimited. */
    @Override
    public int getMaximumBarCount() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int getRemovedBarsCount() {
        return 0;
    }

    /** An independent copy of the closed bars from {@code startIndex} (inclusive) to {@code endIndex} (exclusive). */
    @Override
    public BarSeries getSubSeries(int startIndex, int endIndex) {
        if (startIndex < 0 || startIndex >= endIndex) {
            throw new IllegalArgumentException(
                    "startIndex must be from 0 to below endIndex, was " + startIndex + " of " + endIndex);
        }
        int stop = Math.min(endIndex, end + 1);
        List<org.ta4j.core.Bar> copy = new ArrayList<>();
        for (int i = startIndex; i < stop; i++) {
            copy.add(getBar(i));
        }
        return new BaseBarSeriesBuilder()
                .withName(getName())
                .withNumFactory(numFactory())
                .withBars(copy)
                .build();
    }

    /** Refused: indicators may need any closed bar. */
    @Override
    public void setMaximumBarCount(int maximumBarCount) {
        throw new UnsupportedOperationException(READ_ONLY + "its bars cannot be limited to " + maximumBarCount);
    }

    /** Refused. */
    @Override
    public void addBar(org.ta4j.core.Bar bar, boolean replace) {
        throw new UnsupportedOperationException(READ_ONLY + "a bar cannot be added or replaced");
    }

    /** Refused. */
    @Override
    public void addTrade(Num tradeVolume, Num tradePrice) {
        throw new UnsupportedOperationException(READ_ONLY + "a trade cannot be added");
    }

    /** Refused. */
    @Override
    public void addPrice(Num price) {
        throw new UnsupportedOperationException(READ_ONLY + "a price cannot be added");
    }

    @Serial
    private Object writeReplace() throws NotSerializableException {
        throw new NotSerializableException(BarsSeries.class.getName());
    }
}
