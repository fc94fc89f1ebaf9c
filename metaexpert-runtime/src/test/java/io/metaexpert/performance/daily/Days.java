package io.metaexpert.performance.daily;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.PositionSide;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.RoundTrip;
import java.math.BigDecimal;
import java.time.Instant;

/** Curves, bars and round trips of whole days, for tests. */
final class Days {
    static final long DAY_MS = 86_400_000L;
    static final long START_MS = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private Days() {}

    static DailyCurve curve(double start, double... equity) {
        long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = START_MS + (i + 1) * DAY_MS;
        }
        return DailyCurve.of(new EquityCurve(times, equity, equity.length), start);
    }

    /** Daily bars from a day on, each opening at the close before it. */
    static BarArray bars(int firstDay, double open, double... closes) {
        BarArray bars = new BarArray(Timeframe.D1);
        double before = open;
        for (int i = 0; i < closes.length; i++) {
            double close = closes[i];
            bars.add(
                    START_MS + (firstDay + i) * DAY_MS,
                    before,
                    Math.max(before, close),
                    Math.min(before, close),
                    close,
                    1);
            before = close;
        }
        return bars;
    }

    static Instrument instrument(String symbol, ContractType type) {
        var zero = BigDecimal.ZERO;
        return new Instrument(
                new InstrumentId("test", symbol), type, "BTC", "USD", zero, zero, zero, BigDecimal.ONE, zero, zero);
    }

    static RoundTrip trip(long entryMs, long exitMs) {
        return new RoundTrip(
                new InstrumentId("test", "BTC/USD"),
                PositionSide.LONG,
                Instant.ofEpochMilli(entryMs),
                Instant.ofEpochMilli(exitMs),
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                "",
                "",
                false);
    }
}
