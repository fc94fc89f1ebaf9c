package io.metaexpert.performance.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingCalculatorTest {
    @Test
    void aSteadyGrowthHasTheSameReturnInEveryWindowAndNoRisk() {
        double[] equity = new double[100];
        double value = 1_000;
        for (int i = 0; i < equity.length; i++) {
            equity[i] = value;
            value *= 2;
        }

        var rolling = RollingCalculator.of(Days.curve(1_000, equity), 365);

        var month = rolling.get(0);
        assertThat(month.days()).isEqualTo(30);
        assertThat(month.points()).hasSize(70).allSatisfy(point -> {
            assertThat(point.totalReturn()).isEqualTo(Math.pow(2, 30) - 1);
            assertThat(point.volatility()).isZero();
            assertThat(point.sharpe()).isNaN();
            assertThat(point.maxDrawdown()).isZero();
        });
        assertThat(month.summary().orElseThrow().profitable()).isEqualTo(1);
        assertThat(rolling.get(1).points()).hasSize(10);
    }

    @Test
    void agreesWithAPlainCalculationOnRandomWalks() {
        var random = new Random(23);
        double[] equity = new double[140];
        double value = 500;
        for (int i = 0; i < equity.length; i++) {
            value *= Math.exp(random.nextGaussian() * 0.03);
            equity[i] = value;
        }

        var month = RollingCalculator.of(Days.curve(500, equity), 252).get(0);

        for (int end = 30; end < equity.length; end++) {
            double sum = 0;
            double squares = 0;
            double deepest = 0;
            for (int i = end - 29; i <= end; i++) {
                double r = equity[i] / equity[i - 1] - 1;
                sum += r;
                squares += r * r;
                for (int j = end - 30; j < i; j++) {
                    deepest = Math.min(deepest, equity[i] / equity[j] - 1);
                }
            }
            double variance = (squares - sum * sum / 30) / 29;
            var point = month.points().get(end - 30);
            assertThat(point.timeMs()).isEqualTo(Days.START_MS + (end + 1) * Days.DAY_MS);
            assertThat(point.totalReturn()).isCloseTo(equity[end] / equity[end - 30] - 1, within(1e-12));
            assertThat(point.volatility()).isCloseTo(Math.sqrt(variance * 252), within(1e-9));
            assertThat(point.sharpe()).isCloseTo(sum / 30 / Math.sqrt(variance) * Math.sqrt(252), within(1e-9));
            assertThat(point.maxDrawdown()).isCloseTo(deepest, within(1e-12));
        }
        var summary = month.summary().orElseThrow();
        assertThat(summary.windows()).isEqualTo(110);
        assertThat(month.points())
                .allSatisfy(point -> assertThat(point.totalReturn())
                        .isBetween(summary.worst().totalReturn(), summary.best().totalReturn()))
                .contains(summary.worst(), summary.best());
    }

    @Test
    void saysWhyARunIsTooShortForAWindow() {
        var rolling = RollingCalculator.of(Days.curve(100, new double[30]), 365);

        assertThat(rolling.get(0).missing()).isEqualTo("a window of 30 days needs 31 days with bars, there are 30");
        assertThat(rolling.get(0).summary()).isEmpty();
        assertThat(rolling.get(0).points()).isEmpty();
    }

    @Test
    void thinsManyWindowsEvenlyAndKeepsTheLast() {
        double[] equity = new double[2_000];
        for (int i = 0; i < equity.length; i++) {
            equity[i] = 1_000 + i % 7;
        }

        var month = RollingCalculator.of(Days.curve(1_000, equity), 365).get(0);

        assertThat(month.points()).hasSizeBetween(300, 400);
        assertThat(month.points().get(month.points().size() - 1).timeMs())
                .isEqualTo(Days.START_MS + 2_000 * Days.DAY_MS);
        assertThat(month.summary().orElseThrow().windows()).isEqualTo(1_970);
    }
}
