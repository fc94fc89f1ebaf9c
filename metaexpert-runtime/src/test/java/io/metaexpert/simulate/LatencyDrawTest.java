package io.metaexpert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyDrawTest {
    @Test
    void distributionsDrawWhatTheySay() {
        Duration ms = Duration.ofMillis(1);

        assertThat(draws(new Latency.Fixed(ms.multipliedBy(7)))).allMatch(drawn -> drawn == 7);
        assertThat(draws(new Latency.Uniform(ms.multipliedBy(3), ms.multipliedBy(5))))
                .containsOnly(3L, 4L, 5L);
        assertThat(draws(new Latency.Normal(ms, ms.multipliedBy(100))))
                .allMatch(drawn -> drawn >= 0)
                .anyMatch(drawn -> drawn > 200);
        assertThat(draws(new Latency.LogNormal(Duration.ofMinutes(1), 5)))
                .allMatch(drawn -> drawn >= 0 && drawn <= 3_600_000)
                .contains(3_600_000L);
    }

    @Test
    void oneOfTwentyLogNormalDrawsIsAboveTwoPointThreeMedians() {
        SplittableRandom random = new SplittableRandom(1);
        Latency latency = new Latency.LogNormal(Duration.ofSeconds(1), 0.5);
        long[] drawn = LongStream.generate(() -> latency.drawMs(random))
                .limit(20_000)
                .sorted()
                .toArray();

        assertThat(drawn[10_000]).isBetween(980L, 1020L);
        assertThat(drawn[19_000]).isBetween(2200L, 2400L);
    }

    @Test
    void refusesWhatIsNegative() {
        assertThatThrownBy(() -> new Latency.Fixed(Duration.ofMillis(-1))).hasMessageContaining("PT-0.001S");
        assertThatThrownBy(() -> new Latency.Uniform(Duration.ofMillis(5), Duration.ofMillis(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Latency.LogNormal(Duration.ZERO, 6)).hasMessageContaining("6");
    }

    private static List<Long> draws(Latency latency) {
        SplittableRandom random = new SplittableRandom(1);
        return LongStream.generate(() -> latency.drawMs(random))
                .limit(10_000)
                .boxed()
                .toList();
    }
}
