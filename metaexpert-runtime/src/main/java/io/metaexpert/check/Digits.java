package io.metaexpert.check;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import java.util.function.IntToDoubleFunction;

/**
 * To how many decimals numbers of the data are written, so that made-up ones look like them.
 *
 * @param decimals at most 8
 */
record Digits(int decimals) {
    private static final int MOST = 8;
    private static final int LOOKED_AT = 1_000;

    static Digits ofPrices(Bars bars) {
        return of(bars.size(), bars::close);
    }

    static Digits ofVolumes(Bars bars) {
        return of(bars.size(), bars::volume);
    }

    private static Digits of(int size, IntToDoubleFunction values) {
        int most = 0;
        for (int i = Math.max(0, size - LOOKED_AT); i < size; i++) {
            most = Math.max(
                    most,
                    Decimals.of(values.applyAsDouble(i)).stripTrailingZeros().scale());
        }
        return new Digits(Math.min(MOST, most));
    }

    /** Rounds to the decimals; never to zero what is more. */
    double round(double value) {
        double unit = Math.pow(10, decimals);
        double rounded = Math.rint(value * unit) / unit;
        return rounded == 0 && value > 0 ? 1 / unit : rounded;
    }
}
