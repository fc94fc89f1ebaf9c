package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void writesTimesAsInstantDoes() {
        var times = new TimeText();
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            long timeMs = (long) (random.nextDouble() * 2e14) - 60_000_000_000_000L;
            timeMs -= i % 2 == 0 ? Math.floorMod(timeMs, 1_000) : 0;
            assertThat(times.text(timeMs))
                    .isEqualTo(Instant.ofEpochMilli(timeMs).toString());
        }
        assertThat(times.text(Instant.parse("2024-02-29T23:59:59.007Z").toEpochMilli()))
                .isEqualTo("2024-02-29T23:59:59.007Z");
    }

    @Test
    void writesPlainDecimalsThatReadBackEqual() {
        var random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
            String text = NumberText.plain(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text).doesNotContain("E").doesNotEndWith(".0");
        }
    }

    @Test
    void writesDecimalsAsBigDecimalDoes() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? random.nextGaussian() * Math.pow(10, random.nextInt(40) - 25)
                    : (random.nextInt(199) - 99) * Math.pow(10, -random.nextInt(20));
            if (value != 0) {
                assertThat(NumberText.plain(value))
                        .isEqualTo(new BigDecimal(Double.toString(value))
                                .stripTrailingZeros()
                                .toPlainString());
            }
        }
        assertThat(NumberText.plain(Double.MIN_VALUE)).startsWith("0.000").endsWith("49");
    }

    @Test
    void writesTheSameTimeAgainAfterAnother() {
        var times = new TimeText();
        assertThat(times.text(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(times.text(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(times.text(1)).isEqualTo("1970-01-01T00:00:00.001Z");
        assertThat(times.text(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThatThrownBy(() -> times.text(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsThousands() {
        assertThat(NumberText.grouped(-1_234_567.885, 2)).isEqualTo("-1,234,567.88");
        assertThat(NumberText.grouped(999.999, 2)).isEqualTo("1,000.00");
        assertThat(NumberText.grouped(-0.5, 3)).isEqualTo("-0.500");
        assertThat(NumberText.grouped(Double.POSITIVE_INFINITY, 2)).isEqualTo("-");
    }

    @Test
    void writesDurationsInTheTwoLargestUnits() {
        assertThat(NumberText.duration(59)).isEqualTo("59s");
        assertThat(NumberText.duration(3_600)).isEqualTo("1h");
        assertThat(NumberText.duration(3_660)).isEqualTo("1h 1m");
        assertThat(NumberText.duration(200_000)).isEqualTo("2d 7h");
    }
}
