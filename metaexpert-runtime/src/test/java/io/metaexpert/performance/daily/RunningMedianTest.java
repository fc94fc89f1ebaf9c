package io.metaexpert.performance.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RunningMedianTest {
    @Test
    void isTheMiddleOfAllValuesSoFar() {
        var random = new Random(9);
        var median = new RunningMedian();
        double[] values = new double[301];
        for (int n = 1; n <= values.length; n++) {
            values[n - 1] = random.nextInt(50);
            median.add(values[n - 1]);

            double[] sorted = DoubleStream.of(values).limit(n).sorted().toArray();
            double expected = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
            assertThat(median.median()).isEqualTo(expected);
        }
        assertThat(median.size()).isEqualTo(301);
    }
}
