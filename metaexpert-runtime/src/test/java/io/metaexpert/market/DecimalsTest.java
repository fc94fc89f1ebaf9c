package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
}
