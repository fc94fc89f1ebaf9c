package io.metaexpert.indicator;

import io.metaexpert.market.Bar;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import org.ta4j.core.BarSeries;

/**
 * Closed bars of one instrument and timeframe, which also serve any ta4j indicator. Ages count back from the newest closed bar,
 * which is age 0; it never shows a bar before its close. Not thread-safe.
 */
public interface Series extends BarSeries {
    InstrumentId instrument();

    Timeframe timeframe();

    /** How many bars have closed. */
    int size();

    /** The bar of that age as a value. */
    Bar bar(int age);

    long openTimeMs(int age);

    double open(int age);

    double high(int age);

    double low(int age);

    double close(int age);

    double volume(int age);
}
