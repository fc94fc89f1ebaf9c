package io.metaexpert.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Timeframe;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarFinderTest {
    @Test
    void findsTheLastBarThatOpensAtOrBeforeATimeWhateverTheOrderOfTimes() {
        var random = new Random(12);
        for (int run = 0; run < 100; run++) {
            BarArray bars = new BarArray(Timeframe.M1);
            long open = 600_000;
            for (int i = random.nextInt(200); i > 0; i--) {
                bars.add(open, 1, 1, 1, 1, 1);
                open += 60_000L * (1 + random.nextInt(3));
            }
            var finder = new BarFinder(bars);
            long time = 0;
            for (int k = 0; k < 100; k++) {
                time = random.nextInt(5) == 0 ? random.nextLong(open + 600_000) : time + random.nextLong(500_000);

                int expected = -1;
                while (expected + 1 < bars.size() && bars.openTimeMs(expected + 1) <= time) {
                    expected++;
                }
                assertThat(finder.openAt(time)).isEqualTo(expected);
            }
        }
    }
}
