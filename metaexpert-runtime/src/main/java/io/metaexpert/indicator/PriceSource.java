package io.metaexpert.indicator;

/** Which price of a bar an indicator reads. */
public enum PriceSource {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    /** (high + low) / 2. */
    HL2,
    /** (high + low + close) / 3, the typical price. */
    HLC3,
    /** (open + high + low + close) / 4. */
    OHLC4;

    /** The price of the newest closed bar. */
    double of(Series series) {
        return this == CLOSE ? series.close(0) : other(series);
    }

    /** Apart, so that the usual price is read without a jump table. */
    private double other(Series series) {
        return switch (this) {
            case OPEN -> series.open(0);
            case HIGH -> series.high(0);
            case LOW -> series.low(0);
            case CLOSE -> series.close(0);
            case HL2 -> (series.high(0) + series.low(0)) / 2;
            case HLC3 -> (series.high(0) + series.low(0) + series.close(0)) / 3;
            case OHLC4 -> (series.open(0) + series.high(0) + series.low(0) + series.close(0)) / 4;
        };
    }
}
