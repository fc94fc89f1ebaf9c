package io.metaexpert.performance.daily;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.performance.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldTimeTest {
    @Test
    void countsEveryInstantOnceWhateverTheOrder() {
        var random = new Random(41);
        for (int run = 0; run < 300; run++) {
            List<RoundTrip> trips = new ArrayList<>();
            // One unit is an hour; the run has 240 of them, ten days.
            boolean[] held = new boolean[240];
            for (int i = random.nextInt(12); i > 0; i--) {
                int entry = random.nextInt(240);
                int exit = entry + 1 + random.nextInt(Math.min(60, 240 - entry));
                trips.add(Days.trip(hour(entry), hour(exit)));
                for (int h = entry; h < exit; h++) {
                    held[h] = true;
                }
            }

            var time = HeldTime.of(trips, hour(0), hour(240));

            long[] days = time.perDay(Days.curve(100, new double[10]));
            int longest = 0;
            int idle = 0;
            for (int h = 0; h < 240; h++) {
                days[h / 24] -= held[h] ? 3_600_000 : 0;
                idle = held[h] ? 0 : idle + 1;
                longest = Math.max(longest, idle);
            }
            assertThat(days).containsOnly(0);
            assertThat(time.longestIdle().lengthMs()).isEqualTo(longest * 3_600_000L);
        }
    }

    @Test
    void isIdleAllTheTimeWithoutARoundTrip() {
        assertThat(HeldTime.of(List.of(), 5, 105).longestIdle()).isEqualTo(new HeldTime.Idle(5, 105));
    }

    private static long hour(int hours) {
        return Days.START_MS + hours * 3_600_000L;
    }
}
