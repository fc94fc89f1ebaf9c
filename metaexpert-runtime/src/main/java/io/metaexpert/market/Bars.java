package io.metaexpert.market;

/**
 * Columns of bars of one timeframe, oldest first, with strictly rising open times. An index is valid from 0 to
 * {@code size() - 1}. Implementations are safe to read from several threads as long as nobody appends.
 */
public interface Bars {
    Timeframe timeframe();

    int size();

    /** Start of bar {@code i}, epoch milliseconds UTC. */
    long openTimeMs(int i);

    double open(int i);

    double high(int i);

    double low(int i);

    double close(int i);

    /** Volume in base currency. */
    double volume(int i);

    /** End of bar {@code i}, epoch milliseconds UTC. */
    default long closeTimeMs(int i) {
        return timeframe().closeMs(openTimeMs(i));
    }

    /** Bar {@code i} as a value. */
    default Bar bar(InstrumentId instrument, int i) {
        return new Bar(instrument, timeframe(), openTimeMs(i), open(i), high(i), low(i), close(i), volume(i));
    }

    /** Index of the first bar whose open time is at or after {@code timeMs}; {@code size()} when there is none. */
    default int indexAtOrAfter(long timeMs) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (openTimeMs(middle) < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
