package io.metaexpert.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Bars;

/** Runs indicators over bars and compares what came out. */
final class Runs {
    private Runs() {}

    /** The values of {@code indicator} at every bar. */
    static double[] values(Bars bars, Indicator indicator) {
        return values(bars, indicator, indicator);
    }

    /** The values of one line of {@code indicator} at every bar. */
    static double[] values(Bars bars, Indicator indicator, Indicator line) {
        BarsSeries series = new BarsSeries(TestBars.BTC, bars);
        double[] values = new double[bars.size()];
        for (int i = 0; i < values.length; i++) {
            series.setEnd(i);
            indicator.update(series);
            values[i] = line.value();
        }
        return values;
    }

    /** Asserts that values are equal from one index on, within a tolerance relative to the greater of 1 and the value. */
    static void assertEqual(String what, double[] actual, double[] expected, int from, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        int compared = 0;
        for (int i = from; i < actual.length; i++) {
            if (!Double.isNaN(expected[i])) {
                double difference = Math.abs(actual[i] - expected[i]);
                if (!(difference <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                    throw new AssertionError(what + " at " + i + ": " + actual[i] + " instead of " + expected[i]);
                }
                compared++;
            }
        }
        assertThat(compared).as("values of %s compared", what).isGreaterThanOrEqualTo((actual.length - from) * 9 / 10);
    }
}
