package io.metaexpert.stress.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClopperPearsonTest {
    @Test
    void allowsEightyThreeOfTenThousandForOnePercentAndNoMore() {
        assertThat(ClopperPearson.upper(83, 10_000)).isLessThan(0.01);
        assertThat(ClopperPearson.upper(84, 10_000)).isGreaterThan(0.01);
        assertThat(ClopperPearson.upper(38, 5_000)).isLessThan(0.01);
        assertThat(ClopperPearson.upper(39, 5_000)).isGreaterThan(0.01);
    }

    /** With none seen the bound is 1 - 0.05^(1/n): 299 trials show 1 %, 298 do not. */
    @Test
    void isTheRuleOfThreeWhereNothingWasSeen() {
        assertThat(ClopperPearson.upper(0, 10)).isCloseTo(1 - Math.pow(0.05, 0.1), within(1e-12));
        assertThat(ClopperPearson.upper(0, 299)).isLessThan(0.01);
        assertThat(ClopperPearson.upper(0, 298)).isGreaterThan(0.01);
    }

    /** Quantiles of the beta distribution, B(k+1, n-k) at 0.95, from tables of its inverse. */
    @Test
    void equalsTheQuantileOfTheBetaDistribution() {
        assertThat(ClopperPearson.upper(1, 20)).isCloseTo(0.2161062, within(1e-6));
        assertThat(ClopperPearson.upper(5, 50)).isCloseTo(0.1988330, within(1e-6));
        assertThat(ClopperPearson.upper(10, 100)).isCloseTo(0.1637176, within(1e-6));
    }

    @Test
    void knowsNothingWhereNothingWasTriedOrAllHappened() {
        assertThat(ClopperPearson.upper(0, 0)).isEqualTo(1);
        assertThat(ClopperPearson.upper(7, 7)).isEqualTo(1);
    }
}
