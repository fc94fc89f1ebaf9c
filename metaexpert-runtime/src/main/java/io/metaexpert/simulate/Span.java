package io.metaexpert.simulate;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import java.math.BigDecimal;

/**
 * A bar, or the part of one between two instants. A bar that has to be cut is drawn as a path of straight lines through its four prices, along
 * which the price is taken to have moved at constant speed. Reused; engine thread only.
 */
final class Span {
    private static final int MOST_POINTS = 4;
    /** An interpolated price is no more exact than this anyway, and short decimals are quick. */
    private static final double DIGITS = 1e9;

    private final Instrument instrument;
    private final double increment;
    double open;
    double high;
    double low;
    double close;
    long openMs;
    long closeMs;
    /** The path, from the first point to the last; none before it was drawn. */
    final double[] points = new double[MOST_POINTS];

    int count;

    Span(Instrument instrument) {
        this.instrument = instrument;
        this.increment = instrument.priceIncrement().doubleValue();
    }

    void set(Bars bars, int i) {
        open = bars.open(i);
        high = bars.high(i);
        low = bars.low(i);
        close = bars.close(i);
        openMs = bars.openTimeMs(i);
        closeMs = bars.closeTimeMs(i);
        count = 0;
    }

    /** Draws the path of a whole bar. */
    void draw(boolean highFirst) {
        points[0] = open;
        points[1] = highFirst ? high : low;
        points[2] = highFirst ? low : high;
        points[3] = close;
        count = MOST_POINTS;
    }

    /** Moves what comes before {@code timeMs}, which is within, to {@code head}, and keeps the rest. */
    void cut(long timeMs, Span head) {
        double wanted = length() * (timeMs - openMs) / (closeMs - openMs);
        int line = 1;
        while (line < count - 1 && wanted > lineLength(line)) {
            wanted -= lineLength(line);
            line++;
        }
        double at = between(points[line - 1], points[line], wanted);
        System.arraycopy(points, 0, head.points, 0, line);
        head.points[line] = at;
        head.count = line + 1;
        head.take(openMs, timeMs);
        points[line - 1] = at;
        System.arraycopy(points, line - 1, points, 0, count - line + 1);
        count -= line - 1;
        take(timeMs, closeMs);
    }

    private double lineLength(int line) {
        return Math.abs(points[line] - points[line - 1]);
    }

    private double length() {
        double sum = 0;
        for (int line = 1; line < count; line++) {
            sum += lineLength(line);
        }
        return sum;
    }

    private double between(double from, double to, double way) {
        double exact = to >= from ? from + way : from - way;
        double scale = DIGITS / Math.pow(10, Math.ceil(Math.log10(exact)));
        double rounded = Math.rint(exact * scale) / scale;
        if (exact > increment) {
            rounded = instrument.price(rounded).toDouble();
        }
        return Math.min(Math.max(rounded, Math.min(from, to)), Math.max(from, to));
    }

    /** Whether there was trade at a price. */
    boolean hasTraded(BigDecimal price) {
        double estimate = price.doubleValue();
        return estimate >= low && estimate <= high;
    }

    /**
     * The price where there was trade. An order that had been passed before, and waited for something to reduce, is met at an extreme: when it
     * became able to act is not known.
     */
    BigDecimal traded(BigDecimal price, boolean elseLow) {
        return hasTraded(price) ? price : Decimals.of(elseLow ? low : high);
    }

    /** Takes the prices from the path. */
    private void take(long fromMs, long toMs) {
        openMs = fromMs;
        closeMs = toMs;
        open = points[0];
        close = points[count - 1];
        high = open;
        low = open;
        for (int i = 1; i < count; i++) {
            high = Math.max(high, points[i]);
            low = Math.min(low, points[i]);
        }
    }
}
