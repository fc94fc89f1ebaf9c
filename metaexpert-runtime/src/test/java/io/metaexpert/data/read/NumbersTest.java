package io.metaexpert.data.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void roundsEveryDecimalAsTheJdkDoes() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(1 + random.nextInt(70), random), random.nextInt(25));
            String text = (random.nextBoolean() ? "-" : "") + number.toPlainString();

            assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void acceptsTheShapesThatFilesHave() {
        for (String text : List.of(
                "5", "05", ".5", "5.", "1e-7", "1.5E10", "+3", " 7 ", "93738.19000000", "0.000000000000000000001")) {
            assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void saysThatOtherTextIsNoNumber() {
        for (String text : List.of("", "-", ".", "1.2.3", "1,5", "0x10", "1d", "abc", "NaN", "--1", "1e")) {
            assertThat(parse(text)).as(text).isNaN();
        }
    }

    @Test
    void tellsTheUnitOfATimeFromItsSize() {
        long expected = 1_735_689_600_000L;
        for (String text : List.of(
                "1735689600",
                "1735689600000",
                "1735689600000000",
                "1735689600000000000",
                "1735689600.0",
                "2025-01-01",
                "2025-01-01T00:00:00Z",
                "2025-01-01 00:00:00",
                "2025-01-01T02:00:00+02:00",
                "2025-01-01 00:00:00 UTC")) {
            assertThat(time(text)).as(text).isEqualTo(expected);
        }
        for (String text : List.of("", "x", "-5", "2025-13-01", "2025", "99999999999999999999")) {
            assertThat(time(text)).as(text).isNotEqualTo(expected);
        }
        assertThat(time("2025-13-01")).isEqualTo(Times.NONE);
        assertThat(time("x")).isEqualTo(Times.NONE);
    }

    private static double parse(String text) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.ISO_8859_1);
        return Numbers.parseDouble(bytes, 1, bytes.length - 1);
    }

    private static long time(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Times.parse(bytes, 0, bytes.length);
    }
}
