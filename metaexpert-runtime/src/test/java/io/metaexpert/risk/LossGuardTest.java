package io.metaexpert.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.config.SafetyConfig;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossGuardTest {
    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;

    private static RiskLimits limits(String drawdown, String daily, String basis) {
        return SafetyConfig.parse(
                        Map.of("risk.max-drawdown", drawdown, "risk.daily-loss-limit", daily, "risk.peak-basis", basis))
                .limits();
    }

    private static LossGuard guard(String drawdown, String daily) {
        LossGuard guard = new LossGuard(limits(drawdown, daily, "equity"), "USDT");
        guard.start(0, 10_000);
        return guard;
    }

    @Test
    void reachesTheDrawdownAtItsShareOfThePeakThatOpenProfitHasRaised() {
        LossGuard guard = guard("20%", "off");

        assertThat(guard.mark(HOUR, 12_000, false)).isFalse();
        assertThat(guard.mark(2 * HOUR, 9_601, false)).isFalse();
        assertThat(guard.mark(3 * HOUR, 9_600, false)).isTrue();

        Halt halt = guard.halted().orElseThrow();
        assertThat(halt.reason())
                .isEqualTo(
                        "equity of 9600 USDT is 20% below its peak of 12000 USDT, 20% is allowed (risk.max-drawdown)");
        assertThat(halt.until()).isEmpty();
        assertThat(halt.limit().key()).isEqualTo("risk.max-drawdown");
    }

    @Test
    void takesThePeakFromClosedProfitWhenToldTo() {
        LossGuard guard = new LossGuard(limits("20%", "off", "closed"), "USDT");
        guard.start(0, 10_000);

        guard.mark(HOUR, 12_000, false);
        assertThat(guard.mark(2 * HOUR, 9_600, false)).isFalse();
        guard.mark(3 * HOUR, 11_000, true);
        assertThat(guard.mark(4 * HOUR, 8_800, false)).isTrue();
    }

    @Test
    void aDaysLossHaltsUntilMidnightAndTheNextDayBeginsWithItsOwnEquity() {
        LossGuard guard = guard("off", "5%");

        assertThat(guard.mark(HOUR, 9_500, false)).isTrue();
        assertThat(guard.halted().orElseThrow().until()).contains(Instant.ofEpochMilli(DAY));
        assertThat(guard.mark(2 * HOUR, 9_400, true)).as("told once").isFalse();

        assertThat(guard.mark(DAY, 9_400, true)).isFalse();
        assertThat(guard.isHalted()).isFalse();
        assertThat(guard.dayStart()).isEqualTo(9_400);
        assertThat(guard.mark(DAY + HOUR, 8_930, false)).isTrue();
    }

    @Test
    void theDayBeginsWithTheLastEquityBeforeMidnightWhenNothingWasSeenAtIt() {
        LossGuard guard = guard("off", "1000 USDT");

        guard.mark(23 * HOUR, 9_500, false);
        assertThat(guard.mark(DAY + HOUR, 8_501, false)).isFalse();
        assertThat(guard.dayStart()).isEqualTo(9_500);
        assertThat(guard.mark(DAY + 2 * HOUR, 8_500, false)).isTrue();
    }

    @Test
    void aDrawdownTakesThePlaceOfADaysHaltAndOutlivesTheDay() {
        LossGuard guard = guard("10%", "5%");

        assertThat(guard.mark(HOUR, 9_500, false)).isTrue();
        assertThat(guard.mark(2 * HOUR, 9_000, false)).isTrue();
        guard.mark(3 * DAY, 12_000, true);
        assertThat(guard.halted().orElseThrow().rule()).isEqualTo("max-drawdown");
    }

    @Test
    void roomIsWhatTheNearerLimitLeaves() {
        LossGuard guard = guard("20%", "5%");

        assertThat(guard.room(9_800)).isCloseTo(300, within(1e-9));
        guard.mark(DAY, 8_200, true);
        assertThat(guard.room(8_200)).isCloseTo(200, within(1e-9));
        assertThat(guard("off", "off").room(1)).isInfinite();
    }

    @Test
    void goesOnAfterARestartAsIfThereHadBeenNone() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            LossGuard whole = guard("30%", "10%");
            LossGuard cut = guard("30%", "10%");
            double equity = 10_000;
            long time = 0;
            for (int i = 0; i < 100; i++) {
                time += random.nextLong(6 * HOUR);
                equity *= 1 + random.nextDouble(-0.03, 0.03);
                boolean flat = random.nextBoolean();
                assertThat(cut.mark(time, equity, flat)).isEqualTo(whole.mark(time, equity, flat));
                if (random.nextInt(5) == 0) {
                    LossGuard next = new LossGuard(limits("30%", "10%", "equity"), "USDT");
                    next.restore(values(cut, time), time, equity);
                    cut = next;
                }
                assertThat(cut.peak()).isEqualTo(whole.peak());
                assertThat(cut.dayStart()).isEqualTo(whole.dayStart());
                assertThat(cut.halted()).isEqualTo(whole.halted());
            }
        }
    }

    private static Map<String, String> values(LossGuard guard, long time) {
        Map<String, String> values = new HashMap<>();
        guard.save(Instant.ofEpochMilli(time)).forEach((key, value) -> value.ifPresent(text -> values.put(key, text)));
        return values;
    }

    @Test
    void aResumeTakesTheEquityOfTheNextStartForPeakAndDay() {
        LossGuard guard = guard("20%", "off");
        guard.mark(HOUR, 8_000, false);
        Map<String, String> saved = values(guard, HOUR);
        saved.keySet().removeIf(key -> key.startsWith("halt."));
        saved.put("state", "ACTIVE");
        saved.put("rebase", "true");

        LossGuard next = new LossGuard(limits("20%", "off", "equity"), "USDT");
        next.restore(saved, 2 * HOUR, 7_900);

        assertThat(next.isHalted()).isFalse();
        assertThat(next.peak()).isEqualTo(7_900);
        assertThat(next.save(Instant.EPOCH)).containsEntry("rebase", Optional.empty());
    }
}
