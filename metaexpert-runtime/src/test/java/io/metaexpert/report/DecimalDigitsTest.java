package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalDigitsTest {
    private final DecimalDigits digits = new DecimalDigits();
    private final byte[] bytes = new byte[DecimalDigits.MAX_BYTES];

    @Test
    void writesWhatToPlainStringWrites() {
        Random random = new Random(9);
        for (int i = 0; i < 50_000; i++) {
            BigInteger unscaled = new BigInteger(1 + random.nextInt(119), random);
            BigDecimal value = new BigDecimal(random.nextBoolean() ? unscaled.negate() : unscaled, random.nextInt(81));

            assertThat(text(value)).isEqualTo(value.toPlainString());
        }
    }

    @Test
    void writesTheEdges() {
        for (String value : new String[] {
            "0",
            "0.000",
            "1",
            "-1",
            "0.1",
            "999999999",
            "1000000000",
            "1000000001",
            "999999999999999999",
            "1000000000000000000",
            "1000000000000000001",
            "9223372036854775807",
            "-9223372036854775808",
            "1000000000000000000000000000000000",
            "-0.000000000000000000000000000000000000001"
        }) {
            assertThat(text(new BigDecimal(value))).isEqualTo(value);
        }
        assertThat(text(new BigDecimal("8E+3"))).isEqualTo("8000");
        assertThat(text(new BigDecimal("-123E+16"))).isEqualTo("-1230000000000000000");
    }

    @Test
    void leavesTheRestToTheJdk() {
        for (String value : new String[] {"1E+19", "0E+3", "1E-81", "1" + "0".repeat(40)}) {
            assertThat(digits.put(new BigDecimal(value), bytes, 0)).as(value).isEqualTo(-1);
        }
    }

    @Test
    void writesWholeNumbersAsLongDoes() {
        Random random = new Random(10);
        for (int i = 0; i < 50_000; i++) {
            long value = random.nextLong() % DecimalDigits.PART >> random.nextInt(60);

            assertThat(text(value)).isEqualTo(Long.toString(value));
        }
        for (long edge :
                new long[] {0, 1, -1, 999_999_999, 1_000_000_000, DecimalDigits.PART - 1, 1 - DecimalDigits.PART}) {
            assertThat(text(edge)).isEqualTo(Long.toString(edge));
        }
    }

    @Test
    void knowsTheDoublesThatAreWhole() {
        for (double whole : new double[] {0, 1, -7, 1.5147648e12, (1L << 53) - 1, 1 - (1L << 53)}) {
            assertThat(DecimalDigits.isWhole(whole)).as("%s", whole).isTrue();
            assertThat(text((long) whole)).isEqualTo(NumberText.plain(whole));
        }
        for (double other : new double[] {
            -0.0,
            0.5,
            -1.25,
            1L << 53,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE
        }) {
            assertThat(DecimalDigits.isWhole(other)).as("%s", other).isFalse();
        }
    }

    private String text(long value) {
        return new String(bytes, 0, digits.put(value, bytes, 0), StandardCharsets.US_ASCII);
    }

    private String text(BigDecimal value) {
        return new String(bytes, 0, digits.put(value, bytes, 0), StandardCharsets.US_ASCII);
    }
}
