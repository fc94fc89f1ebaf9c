package io.metaexpert.market;

/**
 * Columns of what happened at the top of one instrument's book, oldest first, times never falling. A row is an event and the state after it:
 * a trade keeps bid and ask as they were, a quote keeps the last trade. What is not known yet is NaN. An index is valid from 0 to
 * {@code size() - 1}. Implementations are safe to read from several threads as long as nobody appends.
 */
public interface Ticks {
    int size();

    /** When it could be known, epoch milliseconds UTC. */
    long timeMs(int i);

    TickKind kind(int i);

    /** Best bid. */
    double bid(int i);

    /** Quantity at the best bid, in base currency. */
    double bidSize(int i);

    /** Best ask. */
    double ask(int i);

    /** Quantity at the best ask, in base currency. */
    double askSize(int i);

    /** Price of the last trade: of this row's, when it is one. */
    double last(int i);

    /** Quantity of the last trade, in base currency. */
    double lastSize(int i);

    /** Row {@code i} as a value. */
    default Tick tick(InstrumentId instrument, int i) {
        return new Tick(instrument, timeMs(i), bid(i), bidSize(i), ask(i), askSize(i), last(i), lastSize(i));
    }

    /** Index of the first row at or after {@code timeMs}; {@code size()} when there is none. */
    default int indexAtOrAfter(long timeMs) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeMs(middle) < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
