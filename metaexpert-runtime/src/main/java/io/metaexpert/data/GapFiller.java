package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Timeframe;

/** Flat bars of volume 0 at the last close, where bars are missing. */
final class GapFiller {
    private static final long MAX_FILLED = 50_000_000L;

    private GapFiller() {}

    static Bars fill(Bars bars, DataQuality quality) {
        if (quality.missing() > MAX_FILLED) {
            throw new UserException(
                    "%s: %,d bars are missing, too many to fill".formatted(quality.source(), quality.missing()),
                    "At most %,d can be filled; is one of the times wrong?".formatted(MAX_FILLED));
        }
        Timeframe timeframe = bars.timeframe();
        BarArray filled = new BarArray(timeframe, (int) (bars.size() + quality.missing()));
        long expected = bars.openTimeMs(0);
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTimeMs(i);
            while (timeframe.closeMs(expected) <= time) {
                double last = bars.close(i - 1);
                filled.add(expected, last, last, last, last, 0);
                expected = timeframe.closeMs(expected);
            }
            filled.add(time, bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            expected = timeframe.closeMs(time);
        }
        return filled;
    }
}
