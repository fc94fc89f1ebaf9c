package io.metaexpert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffordableTest {
    @ParameterizedTest
    @CsvSource({"10000,8000,1.25", "1,3,0.33333333333", "0,5,0", "100000,0.00000001,10000000000000", "7,7,1"})
    void isTheQuotientWithElevenDigitsRoundedDown(String money, String unitCost, String quantity) {
        assertThat(Affordable.quantity(new BigDecimal(money), new BigDecimal(unitCost)))
                .isEqualByComparingTo(quantity);
    }

    @Test
    void neverCostsMoreThanTheMoneyAndLeavesLessThanTheLastDigit() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal money = BigDecimal.valueOf(random.nextLong(1L << 55), random.nextInt(18));
            BigDecimal unitCost = BigDecimal.valueOf(1 + random.nextLong(1L << 40), random.nextInt(12));

            BigDecimal quantity = Affordable.quantity(money, unitCost);

            BigDecimal exact = money.divide(unitCost, new MathContext(11, RoundingMode.DOWN));
            assertThat(quantity.multiply(unitCost)).isLessThanOrEqualTo(money);
            assertThat(exact.subtract(quantity).abs()).isLessThanOrEqualTo(exact.ulp());
        }
    }
}
