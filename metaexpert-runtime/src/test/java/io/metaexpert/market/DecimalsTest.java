package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void equalsTheShortestDecimalOfAnyDouble() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double price = random.nextInt(100_000_000) / Math.pow(10, random.nextInt(10));
            double any = Double.longBitsToDouble(random.nextLong());
            assertSame(price);
            assertSame(-price * random.nextDouble());
            if (Double.isFinite(any)) {
                assertSame(any);
            }
        }
        assertSame(0.1 + 0.2);
        assertSame(9_007_199_254_740_992.0);
        assertSame(Double.MIN_VALUE);
        assertSame(Double.MAX_VALUE);
    }

    private static void assertSame(double value) {
        assertThat(Decimals.of(value).compareTo(BigDecimal.valueOf(value)))
                .as("%s", value)
                .isZero();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Decimals.of(Double.NaN)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Decimals.of(Double.POSITIVE_INFINITY)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void givesTheDoubleThatTheJdkGives() {
        Random random = new Random(2);
        for (int i = 0; i < 500_000; i++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(60);
            assertSameDouble(BigDecimal.valueOf(random.nextBoolean() ? digits : -digits, random.nextInt(20) - 2));
        }
        assertSameDouble(new BigDecimal("0.000"));
        assertSameDouble(new BigDecimal("1234567890123456789012345678.9"));
        assertSameDouble(new BigDecimal("0.00000000000000000000000000000000000000001"));
    }

    /** Halfway between two doubles, where the even one is the nearest, and beside it by the last of 18 digits. */
    @Test
    void givesTheDoubleThatTheJdkGivesInTheMiddleBetweenTwo() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            int exponent = random.nextInt(54);
            BigDecimal odd = BigDecimal.valueOf((1L << 53 | random.nextLong(1L << 53)) | 1);
            BigDecimal middle = odd.divide(BigDecimal.valueOf(1L << exponent));
            BigDecimal cut = middle.setScale(
                    Math.min(middle.scale(), 18 - middle.precision() + middle.scale()), RoundingMode.DOWN);
            assertSameDouble(middle);
            assertSameDouble(cut);
            assertSameDouble(cut.add(cut.ulp()));
            assertSameDouble(cut.subtract(cut.ulp()));
        }
    }

    private static void assertSameDouble(BigDecimal value) {
        assertThat(Decimals.toDouble(value)).as("%s", value).isEqualTo(value.doubleValue());
    }

    @Test
    void multipliesAndRoundsAsTheJdkDoes() {
        Random random = new Random(4);
        for (int i = 0; i < 500_000; i++) {
            BigDecimal a = decimal(random);
            BigDecimal b = decimal(random);
            int scale = random.nextInt(16);
            for (RoundingMode rounding : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
                BigDecimal exact = a.multiply(b);
                assertThat(Decimals.product(a, b, scale, rounding))
                        .as("%s * %s", a, b)
                        .isEqualTo(exact.scale() <= scale ? exact : exact.setScale(scale, rounding));
            }
        }
    }

    private static BigDecimal decimal(Random random) {
        long digits = random.nextLong() >> random.nextInt(63);
        // Often with zeros at the end, so that products come out even.
        long even = random.nextBoolean() ? digits : digits / 1_000_000 * 1_000_000;
        return BigDecimal.valueOf(even, random.nextInt(18));
    }
}
