package io.metaexpert.indicator;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.Bar;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** A closed bar as ta4j wants to see it. */
record SeriesBar(
        Timeframe timeframe, long openTimeMs, double open, double high, double low, double close, double volume)
        implements Bar {

    private static final String CLOSED = "this bar has closed: it cannot change any more";

    static SeriesBar of(Bars bars, int i) {
        return new SeriesBar(
                bars.timeframe(),
                bars.openTimeMs(i),
                bars.open(i),
                bars.high(i),
                bars.low(i),
                bars.close(i),
                bars.volume(i));
    }

    @Override
    public Duration getTimePeriod() {
        return Duration.ofMillis(timeframe.closeMs(openTimeMs) - openTimeMs);
    }

    @Override
    public Instant getBeginTime() {
        return Instant.ofEpochMilli(openTimeMs);
    }

    @Override
    public Instant getEndTime() {
        return Instant.ofEpochMilli(timeframe.closeMs(openTimeMs));
    }

    @Override
    public Num getOpenPrice() {
        return DoubleNum.valueOf(open);
    }

    @Override
    public Num getHighPrice() {
        return DoubleNum.valueOf(high);
    }

    @Override
    public Num getLowPrice() {
        return DoubleNum.valueOf(low);
    }

    @Override
    public Num getClosePrice() {
        return DoubleNum.valueOf(close);
    }

    @Override
    public Num getVolume() {
        return DoubleNum.valueOf(volume);
    }

    /** An estimate, as bars carry no amount: volume at the close. */
    @Override
    public Num getAmount() {
        return DoubleNum.valueOf(volume * close);
    }

    /** Unknown, thus zero. */
    @Override
    public long getTrades() {
        return 0;
    }

    @Override
    public void addTrade(Num tradeVolume, Num tradePrice) {
        throw new UnsupportedOperationException(CLOSED);
    }

    @Override
    public void addPrice(Num price) {
        throw new UnsupportedOperationException(CLOSED);
    }
}
