package io.metaexpert.indicator;

import io.metaexpert.market.Bars;
import org.junit.jupiter.api.Test;

/** ATR by what is usual. */
class AtrRatioTest {
    /** As the words say: the newest ATR by the plain mean of the last ones. */
    @Test
    void isTheAtrByThePlainMeanOfItsLastValues() {
        Bars bars = TestBars.random(400, 7);
        double[] atr = Runs.values(bars, new Atr(14));
        double[] expected = new double[atr.length];
        for (int i = 113; i < atr.length; i++) {
            double sum = 0;
            for (int k = 0; k < 100; k++) {
                sum += atr[i - k];
            }
            expected[i] = atr[i] / (sum / 100);
        }
        Runs.assertEqual("ratio", Runs.values(bars, new AtrRatio(14, 100)), expected, 113, 1e-12);
    }
}
