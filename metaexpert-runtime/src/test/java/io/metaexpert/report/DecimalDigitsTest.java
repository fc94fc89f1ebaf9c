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
    }

    @Test
    void leavesTheRestToTheJdk() {
        for (String value : new String[] {"1E+3", "1E-81", "1" + "0".repeat(40)}) {
            assertThat(digits.put(new BigDecimal(value), bytes, 0)).as(value).isEqualTo(-1);
        }
    }

    private String text(BigDecimal value) {
        return new String(bytes, 0, digits.put(value, bytes, 0), StandardCharsets.US_ASCII);
    }
}
